/**
 * Keeps one answer after another in the file it is given and tells of each that is kept, until it is killed or has kept
 * as many as it is told. Arguments: path, account, first number, how many.
 */
import { createCache } from "../../server/src/github/cache.js";
import { nodeCache } from "../../server/src/lsp/node-cache.js";

const [path = "", account = "", first = "0", many = "Infinity"] =
  process.argv.slice(2);
const cache = createCache({
  now: Date.now,
  file: nodeCache(path),
  log(line) {
    console.error(line);
    process.exit(1);
  },
});
await cache.ready;
for (let n = Number(first); n < Number(first) + Number(many); n++) {
  cache.put(`${account} user ${n % 50}`, {
    kind: "user",
    login: `user-${n % 50}`,
    name: "A long name. ".repeat(200),
    organization: false,
    bio: String(n),
  });
  await cache.flush();
  process.stdout.write(`${n}\n`);
}
