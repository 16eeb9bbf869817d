import { grantPaths } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { metered } from "./adapter.js";
import { capabilities, limits, residueRules } from "./capabilities.js";
import { defaults } from "./defaults.js";
import { dataFieldTypes } from "./properties.js";
import { adminRights, grantOf, issue, nativeOf } from "./testing/natives.js";

describe("capabilities", () => {
  it("have a sourced row for every neutral path", () => {
    expect(Object.keys(capabilities).sort()).toEqual([...grantPaths].sort());
    const { rights, roomRules, ...fields } = defaults;
    for (const { source, asOf } of [
      ...Object.values(capabilities),
      ...Object.values(residueRules),
      ...Object.values(fields),
      ...Object.values(rights).flatMap((readings) => Object.values(readings)),
      ...roomRules,
    ]) {
      expect(source).toMatch(/^https:\/\/(www\.|docs\.)?metered\.ca\//);
      expect(asOf).toBe("2026-11");
    }
  });

  it("name documented fields, inside data", () => {
    for (const { carried, property, claim } of Object.values(capabilities)) {
      const names = property === undefined ? [] : property.split(", ");
      expect(claim).toBe(names.length === 0 ? undefined : names.map((name) => `data.${name}`).join(", "));
      for (const name of names) expect(Object.hasOwn(dataFieldTypes, name)).toBe(true);
      if (carried === "exact" || carried === "role") expect(names).toHaveLength(1);
      if (carried === "none") expect(names).toHaveLength(0);
    }
  });

  it("explain every row that is not exact", () => {
    for (const { carried, note } of Object.values(capabilities)) {
      if (carried !== "exact") expect(note).toMatch(/\.$/);
    }
  });

  it("agree with what encode writes", () => {
    const grant = grantOf({
      participant: { id: "u", name: "n", email: "e", metadata: "m" },
      notBefore: 1_800_000_000,
      stay: { maxSeconds: 60 },
      start: { camera: "on", microphone: "off" },
      rights: adminRights,
    });
    const written = Object.keys(issue(grant).native.properties);
    const claimed = Object.values(capabilities).flatMap(({ property }) => property?.split(", ") ?? []);
    expect(new Set([...written, "globalToken"])).toEqual(new Set(claimed));
  });

  it("state the one documented length", () => {
    expect(limits).toEqual({ maxLength: { "participant.metadata": 1000 } });
  });

  it("say where what a token cannot hold has its place", () => {
    expect(capabilities["stay.endsAtExpiry"].outside).toEqual({
      vendor: "metered",
      where: "room",
      setting: "ejectAtRoomExp",
      value: true,
    });
    expect(capabilities.entry.outside).toEqual({
      vendor: "metered",
      where: "room",
      setting: "enableRequestToJoin",
      value: true,
    });
    expect(capabilities["rights.record"].outside).toEqual({
      vendor: "metered",
      where: "room",
      setting: "enableRecording",
    });
  });
});

describe("the adapter", () => {
  it("is frozen to the bottom", () => {
    expect(Object.isFrozen(metered)).toBe(true);
    expect(Object.isFrozen(metered.capabilities.entry.outside)).toBe(true);
    expect(Object.isFrozen(metered.residueRules["exp"])).toBe(true);
  });

  it("neither signs nor verifies by itself", () => {
    expect(metered.issuance).toEqual(["request"]);
    expect(metered.verification).toEqual(["remote"]);
    expect(metered.header.algorithms).toEqual(["HS256"]);
  });

  it("takes two spellings of a room for two rooms", () => {
    expect(metered.normalizeRoom("Standup")).toBe("Standup");
  });

  it("tells the client the name, and nothing of the token", () => {
    expect(metered.join(grantOf({ participant: { id: "u_1", name: "Alice" } }))).toEqual({ name: "Alice" });
    expect(metered.join(grantOf())).toEqual({});
  });

  it("asks for a private room of the token's name", () => {
    const isPrivate = { vendor: "metered", where: "room", setting: "privacy", value: "private" };
    const named = { vendor: "metered", where: "room", setting: "roomName", value: "a" };
    expect(metered.roomRequirements(nativeOf({ roomName: "a" }))).toEqual([named, isPrivate]);
    expect(metered.roomRequirements(nativeOf({ globalToken: true }))).toEqual([isPrivate]);
  });
});
