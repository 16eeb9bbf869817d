import { describe, expect, it } from "vitest";
import type { Authority, StatedReading } from "../authority/authority.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { RightsInput } from "../grant/grant-input.js";
import { thrownBy } from "../testing/attempt.js";
import { everyRight, plainAuthority } from "../testing/frank-adapter.js";
import { readPolicy } from "./policy.js";
import { applyVouch } from "./source.js";

const now = 1_800_000_000;
const authorityOf = (reading: StatedReading, rest: Partial<Authority> = {}): Authority =>
  plainAuthority(now + 3600, { rights: everyRight(reading), ...rest });
const vouched = (authority: Authority, vouch: RightsInput): Authority =>
  applyVouch(authority, readPolicy({ vouch }), now);

function errorOf(authority: Authority, vouch: RightsInput): RoompassError {
  const error = thrownBy(() => vouched(authority, vouch));
  if (!RoompassError.isInstance(error)) throw error ?? new Error("It was vouched for.");
  return error;
}

describe("vouching", () => {
  it("for nothing changes nothing", () => {
    const authority = authorityOf("possible");
    expect(applyVouch(authority, readPolicy({}), now)).toBe(authority);
    expect(vouched(authority, {})).toEqual({ ...authority, modes: {} });
  });

  it("counts as said by the token, whatever the silence was", () => {
    const silences = ["possible", "default(allow)", "default(deny)", "unknown", "ungoverned"] as const;
    for (const reading of [...silences, "default(deny), liftable", "ungoverned, everyone"] as const) {
      const { rights } = vouched(authorityOf(reading), { moderate: true, publish: { camera: true } });
      expect(rights).toEqual({
        ...everyRight(reading),
        "rights.publish.camera": "allow",
        "rights.moderate.media": "allow",
        "rights.moderate.remove": "allow",
        "rights.moderate.permissions": "allow",
      });
    }
  });

  it("takes the place of what the token said of a role, and of nothing that it states", () => {
    const statements = { "rights.moderate.remove": ["host"], "rights.subscribe": { session: true }, entry: ["host"] };
    const rights = { ...everyRight("possible"), "rights.subscribe": "allow" } as const;
    const result = vouched(authorityOf("possible", { rights, statements }), { moderate: true, subscribe: true });
    expect(result.statements).toEqual({ "rights.subscribe": { session: true }, entry: ["host"] });
  });

  it("does not change the source", () => {
    const authority = authorityOf("unknown", { modes: Object.freeze({ "rights.record": ["cloud"] } as const) });
    Object.freeze(authority.rights);
    vouched(authority, { record: true, admit: true });
    expect(authority.rights["rights.admit"]).toBe("unknown");
  });

  it("cannot override a denial", () => {
    const error = errorOf(authorityOf("deny"), { admit: true });
    expect(errorOf(authorityOf("deny, liftable"), { admit: true }).message).toBe(error.message);
    expect([error.code, error.path]).toEqual(["translate.policy", "policy.vouch"]);
    expect(error.message).toBe("`vouch` cannot override a denial of rights.admit.");
    expect(error.cure).toContain("allowWidening");
  });

  it("cannot deny", () => {
    const error = errorOf(authorityOf("unknown"), { record: false });
    expect([error.code, error.path]).toEqual(["translate.policy", "policy.vouch"]);
    expect(error.message).toBe("`vouch` cannot deny rights.record.");
    expect(error.cure).toContain("narrow");
    // A list of what somebody sends says of the rest that they do not.
    expect(errorOf(authorityOf("unknown"), { publish: ["camera"] }).code).toBe("translate.policy");
  });

  it("has to be a valid statement about rights", () => {
    const error = errorOf(authorityOf("unknown"), { moderator: true } as unknown as RightsInput);
    expect(error.code).toBe("grant.unknown-field");
  });
});

describe("vouching for a part", () => {
  it("counts for the modes that are named", () => {
    const authority = authorityOf("unknown", { modes: { "rights.livestream": ["cloud"] } });
    const { rights, modes } = vouched(authority, { record: ["cloud"], transcribe: true });
    expect(modes).toEqual({ "rights.record": ["cloud"], "rights.livestream": ["cloud"] });
    expect([rights["rights.record"], rights["rights.livestream"], rights["rights.transcribe"]]).toEqual([
      "allow",
      "unknown",
      "allow",
    ]);
  });

  it("does not lift a limit to modes that the token states", () => {
    const authority = authorityOf("allow", { modes: { "rights.record": ["cloud"], "rights.livestream": ["cloud"] } });
    expect(vouched(authority, { record: true }).modes).toStrictEqual(authority.modes);
    expect(vouched(authority, { record: ["local"] }).modes).toStrictEqual(authority.modes);
  });

  it("of what is received counts for that part only", () => {
    const onlyAnn = { base: false, byParticipantId: { ann: true } } as const;
    const result = vouched(authorityOf("unknown"), { subscribe: onlyAnn });
    expect(result.rights["rights.subscribe"]).toBe("allow");
    expect(result.subscribeSelection).toEqual(onlyAnn);
    expect(vouched(authorityOf("unknown"), { subscribe: true })).not.toHaveProperty("subscribeSelection");
  });

  it("of what is received leaves alone what the token says itself", () => {
    const own = { base: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false } };
    const stated = authorityOf("allow", { subscribeSelection: own });
    expect(vouched(stated, { subscribe: true }).subscribeSelection).toEqual(own);
    expect(vouched(stated, { subscribe: ["camera"] }).subscribeSelection).toEqual(own);
    expect(vouched(authorityOf("allow"), { subscribe: ["camera"] })).not.toHaveProperty("subscribeSelection");
  });
});
