import { parseArgs } from "node:util";
import { isSeedName, makeSeed } from "./seed.js";
import { startStandIn } from "./server.js";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    latency: { type: "string", default: "0" },
    seed: { type: "string", default: "default" },
  },
});
if (!isSeedName(values.seed)) throw new Error(`No seed ${values.seed}`);
const standIn = await startStandIn({
  port: Number(values.port),
  latency: Number(values.latency),
  database: makeSeed(values.seed),
});
console.log(JSON.stringify({ url: standIn.url }));
await standIn.warmUp();
