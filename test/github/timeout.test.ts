import { expect, test, vi } from "vitest";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: false });

test("every request has a limit of time of its own", async () => {
  const timeout = vi.spyOn(AbortSignal, "timeout");
  const github = world.anonymous();
  for (const number of [1, 3, 8]) {
    await github.status(target(`octo-org/hello-world/pull/${number}`));
  }
  const { length } = world.requests();
  expect(length).toBe(3);
  expect(timeout).toHaveBeenCalledTimes(length);
});
