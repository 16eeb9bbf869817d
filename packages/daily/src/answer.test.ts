import { translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { contradiction, requestProperties } from "./answer.js";
import type { DailyProperties } from "./properties.js";
import { now, requesting, signing, tokenOf } from "./testing/provider.js";

const nativeOf = (properties: DailyProperties) => ({ properties, unknown: { otcd: "x" }, findings: [] });

describe("what is asked of Daily", () => {
  it("is everything but what Daily adds, and nothing that nobody knows", () => {
    const asked = { room_name: "standup", exp: 1_800_003_600, permissions: { canSend: false } };
    expect(requestProperties(nativeOf({ ...asked, domain_id: "d", iat: 1_800_000_000 }))).toEqual(asked);
    expect(requestProperties(nativeOf({}))).toEqual({});
  });

  it.each([
    ["intercom_join_alert", "ij"],
    ["meeting_join_hook", "mjh"],
  ])("is never %s, which nobody documents for a request", (property, claim) => {
    const from = signing();
    const source = from.inspect(tokenOf({ [claim]: "x" }));
    const refused = { code: "grant.unsupported", path: `extensions.daily.${property}` };
    const kept = translate(source, { from, to: from, now, trustUnverified: true });
    expect(kept.claims).toHaveProperty(claim, "x");
    expect(() => from.plan(kept)).toThrow(expect.objectContaining(refused));
    expect(() => translate(source, { from, to: requesting(), now, trustUnverified: true })).toThrow(
      expect.objectContaining({
        code: "translate.refused",
        refusals: [expect.objectContaining({ path: refused.path, reason: expect.stringContaining("self-signed") })],
      }),
    );
  });
});

describe("what Daily answers", () => {
  const nothing = { message: "Daily's answer repeats nothing of the token." };

  it("confirms by repeating one thing, where there is anything to repeat", () => {
    const said = nativeOf({ room_name: "standup", is_owner: true });
    expect(contradiction(said, {})).toEqual(nothing);
    expect(contradiction(said, { room_name: null, exp: 1 })).toEqual(nothing);
    expect(contradiction(said, { is_owner: true })).toBeUndefined();
    expect(contradiction(said, { o: true })).toBeUndefined();
    expect(contradiction(nativeOf({ is_owner: false, lang: "en" }), {})).toBeUndefined();
  });

  it("contradicts by the first difference, and never by what either side leaves out", () => {
    const said = nativeOf({ room_name: "standup", exp: 1_800_003_600 });
    expect(contradiction(said, { room_name: "x", exp: 1 })?.path).toBe("room_name");
    expect(contradiction(said, { room_name: "standup", exp: 1 })?.path).toBe("exp");
    expect(contradiction(said, { user_name: "Alice", room_name: "standup" })).toBeUndefined();
    // The long name is the documented one.
    expect(contradiction(said, { room_name: "standup", r: "x" })).toBeUndefined();
  });

  it("contradicts by another account, and confirms nothing by the same", () => {
    const said = nativeOf({ domain_id: "a", room_name: "standup" });
    expect(contradiction(said, { domain_id: "b", room_name: "standup" })?.path).toBe("domain_id");
    expect(contradiction(said, { d: "b", room_name: "standup" })?.path).toBe("domain_id");
    expect(contradiction(said, { domain_id: "a" })).toEqual(nothing);
    expect(contradiction(said, { domain_id: "a", room_name: "standup" })).toBeUndefined();
  });

  it("confirms nothing where it says `error`, as all of Daily's refusals do", () => {
    for (const error of ["invalid-request-error", "", null, false]) {
      for (const said of [nativeOf({ room_name: "standup" }), nativeOf({})]) {
        expect(contradiction(said, { room_name: "standup", error })?.message).toContain("`error`");
      }
    }
  });
});
