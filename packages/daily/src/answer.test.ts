import { describe, expect, it } from "vitest";
import { confirmsNothing, contradictsAnswer, requestProperties } from "./answer.js";
import type { DailyProperties } from "./properties.js";

const nativeOf = (properties: DailyProperties) => ({ properties, unknown: { otcd: "x" }, findings: [] });

describe("what is asked of Daily", () => {
  it("is everything but what Daily adds, and nothing that nobody knows", () => {
    const asked = { room_name: "standup", exp: 1_800_003_600, permissions: { canSend: false } };
    expect(requestProperties(nativeOf({ ...asked, domain_id: "d", iat: 1_800_000_000 }))).toEqual(asked);
    expect(requestProperties(nativeOf({}))).toEqual({});
  });
});

describe("what Daily answers", () => {
  it("confirms by repeating one thing, where there is anything to repeat", () => {
    const said = nativeOf({ room_name: "standup", is_owner: true });
    expect(confirmsNothing(said, {})).toBe(true);
    expect(confirmsNothing(said, { room_name: null, exp: 1 })).toBe(true);
    expect(confirmsNothing(said, { is_owner: true })).toBe(false);
    expect(confirmsNothing(said, { o: true })).toBe(false);
    expect(confirmsNothing(nativeOf({ is_owner: false, lang: "en" }), {})).toBe(false);
  });

  it("contradicts by the first difference, and never by what either side leaves out", () => {
    const said = nativeOf({ room_name: "standup", exp: 1_800_003_600 });
    expect(contradictsAnswer(said, { room_name: "x", exp: 1 })).toBe("room_name");
    expect(contradictsAnswer(said, { room_name: "standup", exp: 1 })).toBe("exp");
    expect(contradictsAnswer(said, { user_name: "Alice", room_name: null })).toBeUndefined();
    // The long name is the documented one.
    expect(contradictsAnswer(said, { room_name: "standup", r: "x" })).toBeUndefined();
  });
});
