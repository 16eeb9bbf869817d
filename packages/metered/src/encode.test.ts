import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { encode } from "./encode.js";
import type { MeteredProperties } from "./properties.js";
import { adminRights, EXPIRY, frozen, grantOf, issue, START } from "./testing/natives.js";

const base = { roomName: "standup", expireUnixSec: EXPIRY };

const rows: readonly [string, Partial<Grant>, MeteredProperties][] = [
  ["one room", {}, base],
  ["every room, said out loud", { room: { any: true } }, { globalToken: true, expireUnixSec: EXPIRY }],
  ["never, said out loud", { expiresAt: null }, { roomName: "standup" }],
  ["an expiry", { expiresAt: 1_950_000_000 }, { roomName: "standup", expireUnixSec: 1_950_000_000 }],
  ["a not-before", { notBefore: START }, { ...base, notBeforeUnixSec: START }],
  ["a not-before at zero", { notBefore: 0 }, base],
  ["a longest stay", { stay: { maxSeconds: 1800 } }, { ...base, ejectAfterElapsedTimeInSec: 1800 }],
  ["a stay that may outlast the expiry", { stay: { endsAtExpiry: false } }, base],
  ["an id", { participant: { id: "u_1" } }, { ...base, externalUserId: "u_1" }],
  ["a name", { participant: { name: "Alice" } }, { ...base, name: "Alice" }],
  ["an empty name", { participant: { name: "" } }, { ...base, name: "" }],
  ["an email", { participant: { email: "a@example.org" } }, { ...base, email: "a@example.org" }],
  ["metadata as text", { participant: { metadata: "gold" } }, { ...base, meta: "gold" }],
  [
    "metadata as an object",
    { participant: { metadata: { b: 1, a: [null] } } },
    { ...base, meta: '{"b":1,"a":[null]}' },
  ],
  ["metadata as a list", { participant: { metadata: ["x"] } }, { ...base, meta: '["x"]' }],
  ["metadata as a number", { participant: { metadata: 5 } }, { ...base, meta: "5" }],
  ["metadata null", { participant: { metadata: null } }, { ...base, meta: "null" }],
  ["metadata of 1000 characters", { participant: { metadata: "x".repeat(1000) } }, { ...base, meta: "x".repeat(1000) }],
  ["an avatar, which has no place", { participant: { avatarUrl: "https://example.org/a.png" } }, base],
  ["camera on", { start: { camera: "on" } }, { ...base, joinVideoOn: true }],
  ["camera off", { start: { camera: "off" } }, { ...base, joinVideoOn: false }],
  ["microphone on", { start: { microphone: "on" } }, { ...base, joinAudioOn: true }],
  ["microphone off", { start: { microphone: "off" } }, { ...base, joinAudioOn: false }],
  ["a direct entry", { entry: "direct" }, base],
  ["an admin", { rights: adminRights }, { ...base, isAdmin: true }],
  [
    "no moderator",
    { rights: { moderate: { media: false, remove: false, permissions: false } } },
    { ...base, isAdmin: false },
  ],
  ["nobody who admits", { rights: { admit: false } }, { ...base, isAdmin: false }],
  ["rights that no token can give or withhold", { rights: { subscribe: true, publish: { data: true } } }, base],
  ["client hints, which have no place", { client: { language: "de", closeTabOnExit: true } }, base],
  [
    "own switches",
    { extensions: { metered: { disableVideo: true, disableAudio: false } } },
    { ...base, disableVideo: true, disableAudio: false },
  ],
  ["another vendor's extensions", { extensions: { acme: { roomName: "x" } } }, base],
];

describe("encode", () => {
  it.each(rows)("writes %s", (_name, parts, properties) => {
    const grant = frozen(grantOf(parts));
    const encoded = issue(grant);
    expect(encoded).toEqual({ native: { properties, unknown: {}, findings: [] }, problems: [] });
    expect(issue(grant)).toEqual(encoded);
  });

  it("takes app and issue time from the issuance", () => {
    const grant = grantOf();
    const { native } = encode({ grant, ceiling: ceilingOfGrant(grant), issuance: { tenant: "example", issuedAt: 5 } });
    expect(native.properties).toEqual({ ...base, appName: "example", iat: 5 });
  });

  it("makes a plain token for a plain grant and invents no id", () => {
    expect(Object.keys(issue(grantOf()).native.properties).sort()).toEqual(["expireUnixSec", "roomName"]);
  });
});

const refused: readonly [string, Partial<Grant>, Partial<EncodeProblem>][] = [
  [
    "a list of rooms",
    { room: { anyOf: ["a", "b"] } },
    { path: "room", code: "grant.unsupported", remedy: { where: "policy", setting: "narrow.room" } },
  ],
  [
    "a pattern",
    { room: { pattern: "a-*", dialect: "videosdk" } },
    { path: "room", code: "grant.unsupported", remedy: { where: "policy", setting: "narrow.room" } },
  ],
  ["a room name with a space", { room: "team standup" }, { path: "room", code: "grant.invalid" }],
  ["an empty room name", { room: "" }, { path: "room", code: "grant.invalid" }],
  ["an address", { room: "https://app.metered.live/room" }, { path: "room", code: "grant.invalid" }],
  ["the end of an address", { room: "room?name=Alice" }, { path: "room", code: "grant.invalid" }],
  ["a room with a number sign", { room: "room#1" }, { path: "room", code: "grant.invalid" }],
  ["milliseconds", { expiresAt: 1_900_000_000_000 }, { path: "expiresAt", code: "grant.invalid" }],
  ["a fraction", { expiresAt: 1_900_000_000.5 }, { path: "expiresAt", code: "grant.invalid" }],
  ["an expiry at zero", { expiresAt: 0 }, { path: "expiresAt", code: "grant.invalid" }],
  ["a negative beginning", { notBefore: -1 }, { path: "notBefore", code: "grant.invalid" }],
  ["a stay of zero", { stay: { maxSeconds: 0 } }, { path: "stay.maxSeconds", code: "grant.invalid" }],
  ["a broken stay", { stay: { maxSeconds: 1.5 } }, { path: "stay.maxSeconds", code: "grant.invalid" }],
  [
    "metadata that is no JSON",
    { participant: { metadata: () => 1 } },
    { path: "participant.metadata", code: "grant.invalid" },
  ],
  ["the server API", { purpose: ["api"] }, { path: "purpose", code: "grant.unsupported" }],
  ["both purposes", { purpose: ["api", "participant"] }, { path: "purpose", code: "grant.unsupported" }],
  [
    "a lobby guest",
    { entry: "ask" },
    {
      path: "entry",
      code: "grant.unsupported",
      message: expect.stringContaining("issue no token: a lobby guest has none") as string,
      remedy: { vendor: "metered", where: "room", setting: "enableRequestToJoin", value: true },
    },
  ],
];

describe("what Metered does not take", () => {
  it.each(refused)("reports %s", (_name, parts, problem) => {
    const { problems } = issue(frozen(grantOf(parts)));
    expect(problems).toEqual([expect.objectContaining(problem)]);
    expect(problems[0]?.cure).not.toBe("");
  });

  it("asks for an expiry when none is said", () => {
    const { expiresAt: _expiresAt, ...grant } = grantOf();
    expect(issue(grant).problems).toEqual([
      expect.objectContaining({
        path: "expiresAt",
        code: "grant.missing",
        remedy: { where: "policy", setting: "narrow.expiresAt" },
      }),
    ]);
  });

  it("never cuts metadata", () => {
    // Its length is for core to judge, by the table of limits.
    const metadata = "x".repeat(1001);
    expect(issue(grantOf({ participant: { metadata } })).native.properties.meta).toBe(metadata);
    expect(issue(grantOf({ participant: { metadata: { metadata } } })).native.properties.meta).toHaveLength(1016);
  });

  it("leaves no token without a scope, even where it reports a problem", () => {
    for (const room of [{ anyOf: ["a", "b"] }, { pattern: "*", dialect: "x" }] as const) {
      expect(issue(grantOf({ room })).native.properties).toMatchObject({ globalToken: false });
    }
  });

  it("refuses a lobby guest by the ceiling as well", () => {
    const grant = grantOf();
    const { problems } = encode({ grant, ceiling: { ...ceilingOfGrant(grant), entry: "ask" } });
    expect(problems.map(({ path }) => path)).toEqual(["entry"]);
  });

  it("repeats no value of the grant", () => {
    const value = "TEST-ONLY value";
    const { problems } = issue(
      grantOf({
        room: value,
        extensions: { metered: { disableVideo: value } },
      }),
    );
    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain("TEST-ONLY");
  });
});

describe("residue and unknown members", () => {
  const grant = grantOf({ notBefore: START });
  const ceiling = ceilingOfGrant(grant);

  it("keeps what does not contradict the grant", () => {
    const residue = { exp: EXPIRY, nbf: START, globalToken: false, disableVideo: true, meteredParticipantId: "id" };
    const unknown = { data: { plan: 1 }, jti: "x" };
    const { native, problems } = encode(frozen({ grant, ceiling, residue, unknown }));
    expect(problems).toEqual([]);
    expect(native).toEqual({ properties: { ...base, ...residue, notBeforeUnixSec: START }, unknown, findings: [] });
  });

  it("drops what contradicts it", () => {
    const residue = {
      exp: EXPIRY + 1,
      nbf: START - 1,
      globalToken: true,
      isAdmin: true,
      roomName: "other",
      appName: "other",
    };
    const { native } = encode({ grant, ceiling, residue });
    expect(native.properties).toEqual({ ...base, notBeforeUnixSec: START });
  });

  it("never makes a global token of one whose scope nobody knows", () => {
    const { native, problems } = encode({
      grant: grantOf({ room: { any: true } }),
      ceiling,
      residue: { globalToken: false },
    });
    expect(native.properties.globalToken).toBe(false);
    expect(problems).toEqual([expect.objectContaining({ path: "room", code: "grant.invalid" })]);
  });

  it("passes over residue of a wrong type", () => {
    const { native } = encode({
      grant,
      ceiling,
      residue: { disableAudio: "yes", meteredParticipantId: 5, exp: "x", nbf: null },
    });
    expect(native.properties).toEqual({ ...base, notBeforeUnixSec: START });
  });

  it("lets an extension win over residue", () => {
    const spoken = { ...grant, extensions: { metered: { disableVideo: false } } };
    expect(encode({ grant: spoken, ceiling, residue: { disableVideo: true } }).native.properties.disableVideo).toBe(
      false,
    );
  });

  it("asks for nothing that a request cannot ask for", () => {
    const residue = { exp: EXPIRY, nbf: START, meteredParticipantId: "id", disableVideo: true };
    const { native } = encode({ grant, ceiling, residue, method: "request" });
    expect(native.properties).toEqual({ ...base, notBeforeUnixSec: START, disableVideo: true });
  });
});
