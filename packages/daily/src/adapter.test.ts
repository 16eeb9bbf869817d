import { describe, expect, it } from "vitest";
import { daily } from "./adapter.js";
import { defaults } from "./defaults.js";
import type { DailyProperties } from "./properties.js";
import { propertyTable } from "./property-table.js";
import { native } from "./testing/read-write.js";

const facts = [
  ...Object.values(daily.capabilities),
  ...Object.values(daily.residueRules),
  ...Object.values(daily.harmless),
  ...Object.values(defaults),
];

describe("the adapter's tables", () => {
  it("cite a public source with its date everywhere", () => {
    for (const { source, asOf } of facts) {
      expect(source).toMatch(/^https:\/\/(docs\.daily\.co|github\.com\/daily-co|www\.npmjs\.com)\//);
      expect(asOf).toBe("2026-11");
    }
  });

  it("name only claims and properties that exist", () => {
    const claims = new Set<string>([...propertyTable.map(({ claim }) => claim), "p.cs", "p.cr", "p.hp", "p.ca"]);
    const properties = new Set<string>(propertyTable.map(({ property }) => property));
    for (const [path, { carried, claim, property }] of Object.entries(daily.capabilities)) {
      // Every Daily token joins a room; no claim says so.
      expect(claim === undefined).toBe(carried === "none" || path === "purpose");
      if (claim !== undefined) expect(claims).toContain(claim);
      if (property !== undefined) expect(properties).toContain(property.split(".")[0]);
    }
  });

  it("say where the things are that a token cannot hold", () => {
    expect(daily.capabilities["rights.publish.data"]).toMatchObject({ carried: "none" });
    expect(daily.capabilities["participant.metadata"]).toMatchObject({
      carried: "none",
      outside: { where: "client", setting: "userData" },
    });
    expect(daily.capabilities["rights.record"]).toMatchObject({
      carried: "partly",
      outside: { where: "room", setting: "enable_recording" },
    });
    expect(daily.limits).toEqual({ tokenCharacters: 2048, maxLength: { "participant.id": 36 } });
  });

  it("do not change", () => {
    expect(Object.isFrozen(daily)).toBe(true);
    expect(daily.harmless).toHaveProperty("otcd");
    expect(daily.harmless).toHaveProperty("jti");
    expect(daily.header).toEqual({ algorithms: ["HS256"] });
    expect(daily.normalizeRoom("Stand-Up")).toBe("Stand-Up");
  });
});

describe("join", () => {
  it("hands the metadata to the client, and nothing that the token says", () => {
    const participant = { id: "u_1", name: "Alice", metadata: { team: "red" } };
    expect(daily.join({ purpose: ["participant"], room: "standup", participant })).toEqual({
      userData: { team: "red" },
    });
    expect(daily.join({ purpose: ["participant"], room: "standup", participant: { metadata: null } })).toEqual({
      userData: null,
    });
    expect(daily.join({ purpose: ["participant"], room: "standup" })).toEqual({});
  });
});

describe("room requirements", () => {
  const settingsOf = (properties: DailyProperties): string[] =>
    daily
      .roomRequirements(native(properties))
      .map(({ vendor, where, setting, value }) => `${vendor} ${where} ${setting}=${String(value)}`);

  it("ask for a private room, since a public one needs no token", () => {
    expect(settingsOf({})).toEqual(["daily room privacy=private"]);
    expect(settingsOf({ knocking: false })).toEqual(["daily room privacy=private"]);
  });

  it("begin with what the token itself depends on", () => {
    expect(settingsOf({ knocking: true })).toEqual(["daily room enable_knocking=true", "daily room privacy=private"]);
  });

  it("allow the recording that starts by itself", () => {
    expect(settingsOf({ start_cloud_recording: true })).toContain("daily room enable_recording=cloud");
    expect(settingsOf({ start_cloud_recording: true, enable_recording: "local" })).toContain(
      "daily room enable_recording=cloud",
    );
    expect(settingsOf({ start_cloud_recording: true, enable_recording: ["cloud", "local"] })).toEqual([
      "daily room privacy=private",
    ]);
  });
});
