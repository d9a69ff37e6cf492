/** `npm run screenshots`: takes the README's pictures while the scenario of mouse and keyboard runs. */
import { installDependencies } from "./dependencies.mjs";
import { onInterrupt } from "./processes.mjs";
import { useScratch } from "./scratch.mjs";
import { build } from "./steps.mjs";
import { printSummary } from "./summary.mjs";
import { runVitest } from "./vitest.mjs";

useScratch();
onInterrupt(async () => console.log("\nInterrupted."));
await installDependencies();
await build({ tests: true });
process.env.WEEKNOTES_SCREENSHOTS = "1";
await runVitest("test/vscode/ui/vitest.config.ts", () => "pictures");
process.exit(printSummary());
