import { expect, test } from "vitest";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });
const asked = target("octo-org/hello-world/pull/1");

test("what is left of the hour is known after the first answer", async () => {
  const github = world.signedIn();
  expect(github.accounts()[0]?.requestsLeft).toBeUndefined();
  await github.status(asked);
  const left = github.accounts()[0]?.requestsLeft;
  expect(left).toMatchObject({ limit: 5000, remaining: 4999 });
  expect(left?.resetAt).toBeGreaterThan(world.clock.now);
});

test("without an account it is sixty, and each question counts", async () => {
  const github = world.anonymous();
  await github.status(asked);
  await github.status(target("octo-org/hello-world/pull/3"));
  expect(github.accounts()[0]?.requestsLeft).toMatchObject({
    limit: 60,
    remaining: 58,
  });
});

test("when the hour is over, nothing is claimed", async () => {
  const github = world.signedIn();
  await github.status(asked);
  world.clock.now += 3_600_001;
  expect(github.accounts()[0]?.requestsLeft).toBeUndefined();
});
