import type { FormatName } from "../arguments.js";
import type { Format } from "../report.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { pretty } from "./pretty.js";
import { sarif } from "./sarif.js";

export const formats: Readonly<Record<FormatName, Format>> = {
  pretty,
  json,
  sarif,
  github,
};
