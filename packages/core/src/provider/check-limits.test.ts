import { describe, expect, it } from "vitest";
import type { Limits } from "../adapter/capability.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import type { GrantInput } from "../grant/grant-input.js";
import { refusedPaths } from "../testing/attempt.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { translate } from "../translate/translate.js";
import { prepareIssue } from "./prepare.js";
import { grantInput, now, tenant } from "./testing/toy-provider.js";

const limited = (limits: Limits) => ({ ...toyAdapter, limits });
const prepare = (limits: Limits, changes: Partial<GrantInput>): unknown =>
  prepareIssue(grantInput(changes), { adapter: limited(limits), tenant, method: "sign", now });
const verdict = (limits: Limits, changes: Partial<GrantInput>): Promise<string> =>
  outcomeOf(() => prepare(limits, changes));

describe("a length", () => {
  const limits: Limits = { maxLength: { "participant.id": 3, "participant.metadata": 9, room: 8 } };

  it("is checked to the character, in UTF-16 code units", async () => {
    expect(await verdict(limits, { participant: { id: "abc" } })).toBe("ok");
    expect(await verdict(limits, { participant: { id: "abcd" } })).toBe("grant.limit participant.id");
    expect(await verdict(limits, { participant: { id: "a\u{1F600}" } })).toBe("ok");
    expect(await verdict(limits, { participant: { id: "ab\u{1F600}" } })).toBe("grant.limit participant.id");
    expect(await verdict(limits, { room: "standups" })).toBe("ok");
    expect(await verdict(limits, { room: "standups2" })).toBe("grant.limit room");
  });

  it("of what is no text is that of its JSON", async () => {
    expect(await verdict(limits, { participant: { metadata: { a: "bc" } } })).toBe("grant.limit participant.metadata");
    expect(await verdict(limits, { participant: { metadata: { a: "b" } } })).toBe("ok");
    expect(await verdict(limits, { participant: { metadata: 1_234_567_890 } })).toBe(
      "grant.limit participant.metadata",
    );
  });

  it("is told without the value", async () => {
    const error = await errorOf(() => prepare(limits, { participant: { id: "TEST-ONLY-somebody" } }));
    expect(error.message).toBe("It has 18 characters; Toy takes at most 3.");
    expect(JSON.stringify(error)).not.toContain("somebody");
    const metadata = await errorOf(() => prepare(limits, { participant: { metadata: { a: "bc" } } }));
    expect(metadata.message).toBe("As text it has 10 characters; Toy takes at most 9.");
  });

  it("that no table names is no limit", async () => {
    expect(await verdict({}, { participant: { id: "x".repeat(1000) } })).toBe("ok");
    expect(await verdict(limits, { participant: { name: "x".repeat(1000) } })).toBe("ok");
  });

  it("refuses a translation, too", () => {
    const to = { ...makeToyAdapter("twin", "Twin"), limits };
    const move = (user: string) =>
      translate(verified(toyAdapter, { room: "standup", user, exp: now + 60 }), { from: toyAdapter, to, now });
    expect(refusedPaths(() => move("abcd"))).toEqual(["participant.id"]);
    expect(() => move("abc")).not.toThrow();
  });
});

describe("a life", () => {
  const limits: Limits = { lifetimeSeconds: { min: 60, max: 3600 } };

  it("is counted from now, and takes both ends", async () => {
    for (const [expiresIn, expected] of [
      [59, "grant.limit expiresAt"],
      [60, "ok"],
      [3600, "ok"],
      [3601, "grant.limit expiresAt"],
    ] as const) {
      expect(await verdict(limits, { expiresIn })).toBe(expected);
    }
  });

  it("for ever is longer than any", async () => {
    const forever = { room: "standup", expiresAt: null } as const;
    const issue = (given: Limits): Promise<string> =>
      outcomeOf(() => prepareIssue(forever, { adapter: limited(given), tenant, method: "sign", now }));
    expect(await issue(limits)).toBe("grant.limit expiresAt");
    expect(await issue({ lifetimeSeconds: { min: 60 } })).toBe("ok");
  });

  it("refuses a translation, which is told how to shorten it", () => {
    const to = { ...makeToyAdapter("twin", "Twin"), limits };
    const source = verified(toyAdapter, { room: "standup", exp: now + 3601 });
    expect(refusedPaths(() => translate(source, { from: toyAdapter, to, now }))).toEqual(["expiresAt"]);
    const policy = { narrow: { expiresAt: now + 3600 } };
    expect(() => translate(source, { from: toyAdapter, to, now, policy })).not.toThrow();
  });
});
