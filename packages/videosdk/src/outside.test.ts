import type { Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { videosdk } from "./adapter.js";

const plain: Grant = { purpose: ["participant"], room: "2kyv-gzay-64pg", expiresAt: null };

describe("join", () => {
  const rows: [string, Partial<Grant>, Record<string, unknown>][] = [
    ["nothing", {}, {}],
    ["a name", { participant: { name: "Alice" } }, { name: "Alice" }],
    ["the identical participant id", { participant: { id: "u_1" } }, { participantId: "u_1" }],
    ["metadata", { participant: { metadata: { team: "a" } } }, { metaData: { team: "a" } }],
    ["metadata that is no object", { participant: { metadata: "a" } }, { metaData: { metadata: "a" } }],
    ["metadata that is a list", { participant: { metadata: [1] } }, { metaData: { metadata: [1] } }],
    ["metadata that is null", { participant: { metadata: null } }, { metaData: { metadata: null } }],
    ["an avatar", { participant: { avatarUrl: "https://x" } }, { metaData: { avatarUrl: "https://x" } }],
    [
      "both",
      { participant: { avatarUrl: "https://x", metadata: { team: "a" } } },
      { metaData: { team: "a", avatarUrl: "https://x" } },
    ],
    ["email has no place", { participant: { email: "a@example.org" } }, {}],
    [
      "camera on, microphone off",
      { start: { camera: "on", microphone: "off" } },
      { webcamEnabled: true, micEnabled: false },
    ],
    [
      "where to go afterwards",
      { client: { redirectUrl: "https://x", language: "de" } },
      { redirectOnLeave: "https://x" },
    ],
    ["an api token joins nothing", { purpose: ["api"], participant: { name: "Alice" } }, {}],
    ["both purposes", { purpose: ["api", "participant"], participant: { name: "Alice" } }, { name: "Alice" }],
  ];
  it.each(rows)("%s", (_, change, options) => {
    expect(videosdk.join({ ...plain, ...change })).toEqual(options);
  });

  it("passes exactly what the capabilities promise to the client", () => {
    const all: Grant = {
      ...plain,
      participant: { name: "Alice", avatarUrl: "https://x", metadata: { team: "a" } },
      start: { camera: "on", microphone: "on" },
      client: { redirectUrl: "https://x" },
    };
    const promised = Object.values(videosdk.capabilities)
      .map(({ outside }) => outside)
      .filter((outside) => outside?.where === "client")
      .map((outside) => outside?.setting);
    expect(Object.keys(videosdk.join(all)).sort()).toEqual([...new Set(promised)].sort());
  });
});

describe("roomRequirements", () => {
  it.each([
    [undefined, []],
    ["2kyv-gzay-64pg", [{ vendor: "videosdk", where: "room", setting: "roomId", value: "2kyv-gzay-64pg" }]],
    ["standup", [{ vendor: "videosdk", where: "room", setting: "customRoomId", value: "standup" }]],
  ])("of %s", (roomId, requirements) => {
    const properties = roomId === undefined ? {} : { roomId };
    expect(videosdk.roomRequirements({ properties, unknown: {}, findings: [] })).toEqual(requirements);
  });
});

describe("capabilities", () => {
  const entries = Object.entries(videosdk.capabilities);

  it("cover every neutral path, each with a note, a source and a date", () => {
    expect(entries).toHaveLength(34);
    for (const [, { note, source, asOf }] of entries) {
      expect(note).toMatch(/\.$/);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toBe("2026-11");
    }
  });

  it("name the claim of what is carried, and nothing else", () => {
    const held = entries.filter(([, { carried }]) => carried !== "none").map(([path, { claim }]) => [path, claim]);
    expect(Object.fromEntries(held)).toEqual({
      purpose: "roles",
      room: "roomId",
      "participant.id": "participantId",
      expiresAt: "exp",
      entry: "permissions",
      "rights.moderate.media": "permissions",
      "rights.moderate.remove": "permissions",
    });
    for (const [, { carried, claim, outside }] of entries) {
      if (carried === "none") expect(claim).toBeUndefined();
      else expect(outside).toBeUndefined();
    }
  });

  it("have a rule for every residue", () => {
    const properties = { nbf: 1, jti: "TEST-ONLY-id" };
    const { residue } = videosdk.decode({ properties, unknown: {}, findings: [] });
    expect(Object.keys(videosdk.residueRules).sort()).toEqual(Object.keys(residue).sort());
    expect(videosdk.residueRules["nbf"]?.kind).toBe("covered");
    expect(videosdk.residueRules["jti"]?.kind).toBe("hint");
  });

  it("state no limit and no harmless claim, since none is documented", () => {
    expect(videosdk.limits).toEqual({});
    expect(videosdk.harmless).toEqual({});
  });
});

describe("the adapter", () => {
  it("signs and verifies offline with HS256 alone", () => {
    const { specificationVersion, vendor, displayName, issuance, verification, header } = videosdk;
    expect({ specificationVersion, vendor, displayName, issuance, verification, header }).toEqual({
      specificationVersion: 1,
      vendor: "videosdk",
      displayName: "VideoSDK",
      issuance: ["sign"],
      verification: ["offline"],
      header: { algorithms: ["HS256"] },
    });
  });

  it("never merges two room ids", () => {
    expect(videosdk.normalizeRoom("2KYV-gzay-64pg")).toBe("2KYV-gzay-64pg");
  });
});
