import { describe, expect, it } from "vitest";
import { errorOf } from "../errors/testing/error-of.js";
import { frankReading, makeFrankAdapter, plainAuthority } from "../testing/frank-adapter.js";
import { translate } from "./translate.js";

const now = 1_800_000_000;
const frank = makeFrankAdapter("frank");
const blunt = makeFrankAdapter("blunt");
const reading = frankReading(frank, plainAuthority(now + 60));
const refused = (policy: object) => errorOf(() => translate(reading, { from: frank, to: blunt, now, policy }));

describe("a part of a policy that is no valid grant", () => {
  it.each([
    [{ narrow: { expiresIn: "soon" } }, "policy.narrow.expiresIn"],
    [{ narrow: { expiresAt: now * 1000 } }, "policy.narrow.expiresAt"],
    [{ narrow: { room: undefined } }, "policy.narrow.room"],
    [{ narrow: { participant: { id: undefined } } }, "policy.narrow.participant.id"],
    [{ narrow: { rights: { publish: "all" } } }, "policy.narrow.rights.publish"],
    [{ vouch: { moderate: "yes" } }, "policy.vouch.moderate"],
  ])("%j is named by its place in the policy", async (policy, path) => {
    const error = await refused(policy);
    expect(error).toMatchObject({ path, message: expect.stringContaining(`\`${path}\``) });
    expect(error.details?.["issues"]).toMatchObject([{ path }]);
  });
});
