import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/command-line.js";
import { allRules } from "../../server/src/rules/all-rules.js";
import { tokens } from "../github-standin/seed.js";
import { startStandIn } from "../github-standin/server.js";
import { recordingIn } from "./recording.js";

const standIn = await startStandIn();
afterAll(() => standIn.close());

test("each rule that needs GitHub finds something in the sample posts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "weeknotes-examples-"));
  const examples = fileURLToPath(new URL("../../examples", import.meta.url));
  cpSync(examples, folder, { recursive: true });
  const recording = recordingIn(folder, {
    env: { GITHUB_API_URL: standIn.url, GITHUB_TOKEN: tokens.member },
    now: Date.now,
  });
  await runCommandLine(
    ["check", "--online", "--format", "json"],
    recording.environment,
  );
  rmSync(folder, { recursive: true });
  const reports: { messages: { ruleId: string }[] }[] = JSON.parse(
    recording.output,
  );
  const found = new Set(
    reports.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)),
  );
  const online = allRules.filter((rule) => rule.online).map(({ id }) => id);
  expect(online.filter((id) => !found.has(id))).toEqual([]);
}, 60_000);
