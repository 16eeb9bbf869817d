import { test } from "vitest";
import { safeParseGrant, parseGrant } from "./parse-grant.js";
test("x", () => {
  const now = 1_800_000_000;
  console.log(JSON.stringify(safeParseGrant({ rom: 1, exp: 3, rights: { canPublish: true, publish: { audio: true }, camera: 1, record: null }, participant: { userName: 3, metadata: { a: undefined, f() {} } }, start: { video: "on" }, "we ird\u202e": 1, expiresAt: 86400, notBefore: 1.7e12, extensions: { daily: null, x: { y: undefined } }, subscribe: 2 }, { now }), null, 1));
  console.log(JSON.stringify(parseGrant({ room: { anyOf: ["b", "a", "b"] }, expiresIn: "1h", rights: { publish: ["camera", "data"], subscribe: ["camera"], moderate: true, record: ["local", "cloud"] }, automation: { record: true } }, { now })));
  const input = { room: "standup", expiresIn: "1h", participant: { id: "u1", name: "Ada" }, rights: { publish: true, subscribe: true, moderate: false } };
  for (let i = 0; i < 100000; i++) parseGrant(input, { now });
  const t = performance.now();
  for (let i = 0; i < 300000; i++) parseGrant(input, { now });
  console.log((performance.now() - t) / 300, "microseconds each");
});
