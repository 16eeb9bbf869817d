import { expect, it } from "vitest";
import { requestPlans } from "./rest.js";

it("VideoSDK has no request that makes or checks a token", () => {
  expect(requestPlans).toEqual({});
  expect(Object.isFrozen(requestPlans)).toBe(true);
});
