import type { Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { livekit } from "./adapter.js";
import { defaults } from "./defaults.js";
import { requestPlans } from "./rest.js";
import { canonicalProperties, nativeOf, serverProperties } from "./testing/space.js";

const plain: Grant = { purpose: ["participant"], room: "standup", participant: { id: "u_1" }, expiresAt: 1 };

describe("join", () => {
  const rows: [string, Partial<Grant>, Record<string, unknown>][] = [
    ["nothing, since identity, name and metadata are in the token", { participant: { id: "u_1", name: "Alice" } }, {}],
    [
      "camera on, microphone off",
      { start: { camera: "on", microphone: "off" } },
      { setCameraEnabled: true, setMicrophoneEnabled: false },
    ],
    ["a server joins nothing", { purpose: ["api"], start: { camera: "on" } }, {}],
    ["both purposes", { purpose: ["api", "participant"], start: { camera: "off" } }, { setCameraEnabled: false }],
  ];
  it.each(rows)("%s", (_, change, options) => {
    expect(livekit.join({ ...plain, ...change })).toEqual(options);
  });

  it("passes exactly what the capabilities promise to the client", () => {
    const promised = Object.values(livekit.capabilities)
      .filter(({ outside }) => outside?.where === "client")
      .map(({ outside }) => outside?.setting);
    const all = livekit.join({ ...plain, start: { camera: "on", microphone: "on" } });
    expect(Object.keys(all).sort()).toEqual(promised.sort());
  });
});

describe("what stands outside the token", () => {
  it("asks nothing of the room", () => {
    for (const video of [{}, { roomJoin: true, room: "standup" }, { roomCreate: true }]) {
      expect(livekit.roomRequirements(nativeOf({ video }))).toEqual([]);
    }
  });

  it("LiveKit has no request that makes or checks a token", () => {
    expect(requestPlans).toEqual({});
    expect(Object.isFrozen(requestPlans)).toBe(true);
  });
});

describe("facts", () => {
  const entries = Object.entries(livekit.capabilities);

  it("cover every neutral path, each with a note, a source and a date", () => {
    expect(entries).toHaveLength(34);
    const { rights, ...single } = defaults;
    const rules = Object.values(livekit.residueRules);
    const facts = [...entries.map(([, fact]) => fact), ...Object.values(rights), ...Object.values(single), ...rules];
    for (const { note, source, asOf } of facts) {
      expect(note).toMatch(/\.$/);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toBe("2026-11");
    }
  });

  it("name the claim of what is carried, and nothing else", () => {
    const held = entries.filter(([, { carried }]) => carried !== "none").map(([path, { claim }]) => [path, claim]);
    expect(Object.fromEntries(held)).toEqual({
      purpose: "video.roomJoin",
      room: "video.room",
      "participant.id": "sub",
      "participant.name": "name",
      "participant.metadata": "metadata",
      notBefore: "nbf",
      expiresAt: "exp",
      "rights.publish.microphone": "video.canPublishSources",
      "rights.publish.camera": "video.canPublishSources",
      "rights.publish.screen": "video.canPublishSources",
      "rights.publish.screenAudio": "video.canPublishSources",
      "rights.publish.custom": "video.canPublish",
      "rights.publish.data": "video.canPublishData",
      "rights.subscribe": "video.canSubscribe",
      "rights.visible": "video.hidden",
      "rights.moderate.media": "video.roomAdmin",
      "rights.moderate.remove": "video.roomAdmin",
      "rights.moderate.permissions": "video.roomAdmin",
      "rights.record": "video.roomRecord",
      "rights.livestream": "video.roomRecord",
    });
    for (const [, { carried, claim, outside }] of entries) {
      if (carried === "none") expect(claim).toBeUndefined();
      else expect(outside).toBeUndefined();
    }
  });

  it("have a rule for every residue, and no other", () => {
    const others = { kindDetails: ["forwarded"], sha256: "abc", roomPreset: "large" };
    const switches = { canSubscribeMetrics: true, canManageAgentSession: true, recorder: true, ingressAdmin: true };
    const more = nativeOf({ ...others, video: { ...switches, roomList: true } });
    const found = [...canonicalProperties, ...serverProperties]
      .map((properties) => livekit.decode(nativeOf(properties)))
      .concat(livekit.decode(more))
      .flatMap(({ residue }) => Object.keys(residue));
    expect([...new Set(found)].sort()).toEqual(Object.keys(livekit.residueRules).sort());
  });

  it("let no right of LiveKit's own leave for another vendor unnoticed", () => {
    const kinds = Object.entries(livekit.residueRules).map(([name, { kind }]) => [kind, name]);
    expect(kinds.filter(([kind]) => kind !== "binding")).toEqual([
      ["hint", "attributes"],
      ["hint", "jti"],
      ["covered", "canPublish"],
      ["covered", "nbf"],
      ["covered", "switchedOff"],
    ]);
  });

  it("state no limit, since none is documented, and one harmless claim", () => {
    expect(livekit.limits).toEqual({});
    expect(Object.keys(livekit.harmless)).toEqual(["identity"]);
  });
});

describe("the adapter", () => {
  it("signs and verifies offline with HS256 alone", () => {
    const { specificationVersion, vendor, displayName, issuance, verification, header } = livekit;
    expect({ specificationVersion, vendor, displayName, issuance, verification, header }).toEqual({
      specificationVersion: 1,
      vendor: "livekit",
      displayName: "LiveKit",
      issuance: ["sign"],
      verification: ["offline"],
      header: { algorithms: ["HS256"] },
    });
  });

  it("never merges two room names", () => {
    expect(livekit.normalizeRoom("Stand-Up")).toBe("Stand-Up");
  });
});
