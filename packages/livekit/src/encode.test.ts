import type { Ceiling, Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { livekit } from "./adapter.js";

const plain: Grant = { purpose: ["participant"], room: "standup", participant: { id: "u_1" }, expiresAt: 9 };
const translating: Ceiling = { ...ceilingOfGrant(plain), purpose: "translate" };

/** The problems of a grant, with where their cure is said when a token is issued and when one is translated. */
function problemsOf(changes: object, extra: object = {}) {
  const grant = { ...plain, ...changes } as Grant;
  const [issue, translate] = [ceilingOfGrant(grant), translating].map((ceiling) =>
    livekit
      .encode({ grant, ceiling, ...extra })
      .problems.map(({ path, code, remedy }) => [path, code, remedy?.setting].filter(Boolean).join(" ")),
  );
  return { issue, translate };
}

describe("problems", () => {
  const rows: [string, object, string, string][] = [
    ["no identity", { participant: undefined }, "participant.id grant.missing", "participant.id"],
    ["an empty one", { participant: { id: "" } }, "participant.id grant.invalid", "participant.id"],
    ["no expiry", { expiresAt: undefined }, "expiresAt grant.missing", "expiresAt"],
    ["never", { expiresAt: null }, "expiresAt grant.unsupported", "expiresAt"],
    ["an empty room", { room: "" }, "room grant.invalid", "room"],
    ["every room", { room: { any: true } }, "room grant.unsupported", "room"],
    ["several rooms", { room: { anyOf: ["a", "b"] } }, "room grant.unsupported", "room"],
    ["a pattern", { room: { pattern: "a*", dialect: "glob" } }, "room grant.unsupported", "room"],
  ];
  it.each(rows)("with %s", (_, changes, problem, setting) => {
    expect(problemsOf(changes)).toEqual({
      issue: [`${problem} ${setting}`],
      translate: [`${problem} narrow.${setting}`],
    });
  });

  it("with metadata that is no JSON", () => {
    const expected = ["participant.metadata grant.invalid"];
    const metadata = (): number => 1;
    expect(problemsOf({ participant: { id: "u_1", metadata } })).toEqual({ issue: expected, translate: expected });
  });

  it("with a purpose that no right stands for", () => {
    const expected = ["purpose grant.missing"];
    expect(problemsOf({ purpose: ["api"], room: { any: true } })).toEqual({ issue: expected, translate: expected });
    // A token that moves may lose a purpose, one that is issued may not.
    expect(problemsOf({ purpose: ["api", "participant"] })).toEqual({ issue: expected, translate: [] });
    expect(problemsOf({ purpose: [] })).toEqual({ issue: expected, translate: expected });
  });

  it("with rights of the server beside joining, unless a token that has them stays with LiveKit", () => {
    const residue = { roomCreate: true };
    expect(problemsOf({ purpose: ["api", "participant"] }, { residue })).toEqual({
      issue: ["purpose grant.unsupported"],
      translate: [],
    });
  });

  it("with one room for rights that hold for every room", () => {
    const api: Partial<Grant> = { purpose: ["api"], participant: {} };
    const residue = { roomCreate: true };
    expect(problemsOf(api, { residue })).toEqual({ issue: ["room grant.unsupported"], translate: [] });
    expect(problemsOf({ ...api, room: { any: true } }, { residue }).issue).toEqual([]);
  });

  it("do not keep the rest from being written", () => {
    const grant: Grant = { ...plain, room: { any: true }, participant: { name: "Alice" }, notBefore: 3 };
    const { properties } = livekit.encode({ grant, ceiling: ceilingOfGrant(grant) }).native;
    expect(properties).toEqual({ name: "Alice", nbf: 3, exp: 9, video: { roomJoin: true } });
  });
});

describe("what is kept within LiveKit", () => {
  const encoded = (request: object) => livekit.encode({ grant: plain, ceiling: translating, ...request }).native;

  it("never overrides what grant and ceiling decided", () => {
    const rights = { ...translating.rights, "rights.publish.camera": "deny" } as const;
    const residue = { canPublish: true, roomRecord: true, nbf: 0, switchedOff: ["video.roomJoin", "video.roomCreate"] };
    const { properties } = encoded({ grant: { ...plain, notBefore: 3 }, ceiling: { ...translating, rights }, residue });
    expect(properties.nbf).toBe(3);
    expect(properties.video).toEqual({ roomJoin: true, room: "standup", canPublish: false, roomCreate: false });
  });

  it("is read as what it is, and nothing else is made of it", () => {
    const residue = { switchedOff: [7, "top", "video", "sip", "agent.admin"], jti: 7, nbf: "a", recorder: "yes" };
    const { properties } = encoded({ residue });
    expect(properties).toEqual({
      sub: "u_1",
      exp: 9,
      video: { roomJoin: true, room: "standup" },
      sip: {},
      agent: { admin: false },
    });
    expect(encoded({ residue: { switchedOff: "video.roomJoin" } }).properties.sip).toBeUndefined();
  });

  it("holds no documented name among what is unknown", () => {
    const unknown = { exp: 7, video: { roomAdmin: true, zone: "a" }, sip: { admin: true }, agent: "x", list: [1] };
    expect(encoded({ unknown }).unknown).toEqual({ video: { zone: "a" }, list: [1] });
  });
});
