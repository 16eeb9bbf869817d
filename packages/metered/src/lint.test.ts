import type { Finding } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { fromClaims } from "./claims.js";
import { lint } from "./lint.js";
import type { MeteredProperties } from "./properties.js";
import { frozen, nativeOf } from "./testing/natives.js";

const now = 1_795_000_000;

function lintOf(properties: MeteredProperties, unknown: Readonly<Record<string, unknown>> = {}): readonly Finding[] {
  return lint(frozen(nativeOf(properties, unknown)), { now }).filter(({ id }) => id !== "metered.public-room");
}

const rows: readonly [string, MeteredProperties, string, string, string][] = [
  [
    "meta over 1000 characters",
    { roomName: "a", meta: "x".repeat(1001) },
    "metered.meta-too-long",
    "warning",
    "data.meta",
  ],
  ["an email", { roomName: "a", email: "a@example.org" }, "lint.personal-data", "warning", "data.email"],
  ["meta", { roomName: "a", meta: "gold" }, "lint.personal-data", "warning", "data.meta"],
  ["a user id", { roomName: "a", externalUserId: "u_1" }, "lint.personal-data", "info", "data.externalUserId"],
  ["disableVideo", { roomName: "a", disableVideo: true }, "lint.not-enforced", "warning", "data.disableVideo"],
  ["disableAudio", { roomName: "a", disableAudio: true }, "lint.not-enforced", "warning", "data.disableAudio"],
  [
    "disableScreenSharing",
    { roomName: "a", disableScreenSharing: true },
    "lint.not-enforced",
    "warning",
    "data.disableScreenSharing",
  ],
  ["room and global", { roomName: "a", globalToken: true }, "metered.room-conflict", "warning", "data.globalToken"],
  ["no scope", { globalToken: false }, "metered.unknown-scope", "error", "data.globalToken"],
  ["silent scope", {}, "metered.implicit-any-room", "warning", "data.roomName"],
  [
    "two expiries",
    { roomName: "a", exp: 2, expireUnixSec: 3 },
    "metered.time-conflict",
    "warning",
    "data.expireUnixSec",
  ],
  [
    "two beginnings",
    { roomName: "a", nbf: 2, notBeforeUnixSec: 3 },
    "metered.time-conflict",
    "warning",
    "data.notBeforeUnixSec",
  ],
  ["a zero expiry", { roomName: "a", expireUnixSec: 0 }, "metered.not-positive", "warning", "data.expireUnixSec"],
  [
    "a zero beginning",
    { roomName: "a", notBeforeUnixSec: 0 },
    "metered.not-positive",
    "warning",
    "data.notBeforeUnixSec",
  ],
  [
    "a zero stay",
    { roomName: "a", ejectAfterElapsedTimeInSec: 0 },
    "metered.not-positive",
    "warning",
    "data.ejectAfterElapsedTimeInSec",
  ],
  ["a negative exp", { roomName: "a", exp: -1 }, "metered.not-positive", "warning", "exp"],
  ["a zero nbf", { roomName: "a", nbf: 0 }, "metered.not-positive", "warning", "nbf"],
  ["a space in the room", { roomName: "team standup" }, "metered.room-name", "warning", "data.roomName"],
];

describe("lint", () => {
  it.each(rows)("finds %s", (_name, properties, id, severity, path) => {
    expect(lintOf(properties)).toContainEqual(expect.objectContaining({ id, severity, path }));
    expect(lintOf(properties)).toEqual(lintOf(properties));
  });

  it("finds nothing in a plain token", () => {
    expect(
      lintOf({ roomName: "a", name: "Alice", isAdmin: false, expireUnixSec: 1_900_000_000, disableVideo: false }),
    ).toEqual([]);
  });

  it("finds a misnamed member", () => {
    expect(
      lintOf({ roomName: "a" }, { data: { expirationDate: "x" }, nfb: 1 }).map(({ id, path }) => [id, path]),
    ).toEqual([
      ["lint.unknown-claim", "data.expirationDate"],
      ["lint.unknown-claim", "nfb"],
    ]);
  });

  it("reminds that a public room needs no token", () => {
    const findings = lint(nativeOf({ roomName: "a" }), { now });
    expect(findings).toEqual([expect.objectContaining({ id: "metered.public-room", severity: "info" })]);
  });

  it("does not repeat what reading the claims reported", () => {
    const native = fromClaims({ data: { roomName: "a", globalToken: true, expireUnixSec: 3, userId: "u" }, exp: 2 });
    expect(native.findings).toHaveLength(3);
    expect(lint(native, { now }).map(({ id }) => id)).toEqual(["metered.public-room"]);
  });

  it("repeats no value", () => {
    const value = "TEST-ONLY value";
    const findings = lintOf(
      { roomName: value, email: value, meta: value.repeat(100), externalUserId: value },
      { data: { userId: value } },
    );
    expect(JSON.stringify(findings)).not.toContain("TEST-ONLY");
  });
});

describe("tokens seen in public code", () => {
  it("warns of an expiry under another name, which leaves a token that never expires", () => {
    const native = fromClaims({ data: { roomName: "a", expirationDate: "2027-01-01T00:00:00Z", appName: "example" } });
    expect(native.properties.expireUnixSec).toBeUndefined();
    expect(native.findings).toEqual([
      expect.objectContaining({ id: "lint.unknown-claim", path: "data.expirationDate" }),
    ]);
  });

  it("warns of a body in another vendor's words, which leaves a token for every room", () => {
    const data = { roomURL: "x", userId: "u", duration: 60, canPublish: true, canSubscribe: true };
    expect(fromClaims({ data }).findings.map(({ id, path }) => [id, path])).toEqual([
      ["metered.implicit-any-room", "data.roomName"],
      ["lint.unknown-claim", "data.roomURL"],
      ["lint.unknown-claim", "data.userId"],
      ["lint.unknown-claim", "data.duration"],
      ["lint.unknown-claim", "data.canPublish"],
      ["lint.unknown-claim", "data.canSubscribe"],
    ]);
  });

  it("warns of a whole user object in meta", () => {
    const user = { id: 1, email: "a@example.org", notes: "x".repeat(1000) };
    const ids = lintOf({ roomName: "a", meta: JSON.stringify(user) }).map(({ id }) => id);
    expect(ids).toEqual(["metered.meta-too-long", "lint.personal-data"]);
  });
});
