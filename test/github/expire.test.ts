import { expect, test } from "vitest";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });
const [pull, issue] = [
  target("octo-org/hello-world/pull/1"),
  target("octo-org/hello-world/issues/2"),
];

test("what is expired stays known, and is asked for anew", async () => {
  const github = world.signedIn();
  await github.statuses([pull, issue]);
  github.expire([pull]);
  expect(github.peek(pull)?.result).toMatchObject({ state: "merged" });
  await github.statuses([issue]);
  expect(world.requests()).toHaveLength(1);
  await github.statuses([pull]);
  expect(world.requests()).toHaveLength(2);
});

test("everything can expire at once", async () => {
  const github = world.signedIn();
  await github.statuses([pull, issue]);
  github.expire();
  await github.statuses([pull, issue]);
  expect(world.requests()).toHaveLength(2);
});

test("a refresh that fails takes nothing away", async () => {
  const github = world.signedIn();
  await github.status(pull);
  github.expire();
  world.standIn.faults.push({ fault: { kind: "status", status: 500 } });
  await github.status(pull);
  expect(github.peek(pull)?.result).toMatchObject({ state: "merged" });
});
