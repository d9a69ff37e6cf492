/** The stand-in as a process: prints `{"url":"http://127.0.0.1:PORT"}` when it listens, and runs until it is stopped. */
import { parseArgs } from "node:util";
import { isSeedName, makeSeed } from "./seed.js";
import { startStandIn } from "./server.js";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    latency: { type: "string", default: "0" },
    seed: { type: "string", default: "default" },
    "anonymous-limit": { type: "string", default: "60" },
  },
});
if (!isSeedName(values.seed)) throw new Error(`No seed ${values.seed}`);
const standIn = await startStandIn({
  port: Number(values.port),
  latency: Number(values.latency),
  database: makeSeed(values.seed),
  limits: { anonymous: Number(values["anonymous-limit"]) },
});
console.log(JSON.stringify({ url: standIn.url }));
await standIn.warmUp();
