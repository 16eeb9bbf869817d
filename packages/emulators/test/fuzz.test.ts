// Whatever is sent, there is an answer in JSON, it is no failure of the emulator's own, and it repeats no secret.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEmulator, vendors } from "../src/index.js";
import { countingBytes, now } from "./over-http.js";

const secret = "TEST-ONLY-secret-that-no-answer-repeats-0123456789";
const settings = {
  clock: () => now,
  randomBytes: countingBytes(),
  apiKey: secret,
  secret,
  secretKey: secret,
  appName: "app",
};

const words = [
  ...["v1", "v2", "api", "infra", "meetings", "meeting-tokens", "rooms", "room", "token", "validate", "sessions"],
  ...[
    "participants",
    "active",
    "remove",
    "end",
    "deactivate",
    "prebuilt",
    "init-config",
    "__emulator",
    "allows",
    "join",
  ],
  ...["", "a", "..", "%2e", "%", "%00", "constructor", "__proto__", "toString", "ü"],
];
const anyPath = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => `/${parts.join("/")}`),
  fc.constantFrom(
    "/v1/meeting-tokens",
    "/v1/rooms",
    "/v1/rooms/a",
    "/api/v1/token",
    "/api/v1/room",
    "/api/v1/token/validate",
    "/v2/rooms",
    "/v2/sessions/end",
    "/v1/prebuilt/token",
    "/infra/v1/meetings/init-config",
    "/__emulator/join",
    "/__emulator/allows",
  ),
);
const names = [
  "properties",
  "room_name",
  "permissions",
  "canSend",
  "roomName",
  "name",
  "token",
  "room",
  "apiKey",
  "exp",
];
const anyKey = fc.oneof(fc.constantFrom(...names, "__proto__", "constructor"), fc.string({ maxLength: 8 }));
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ maxLength: 20 }),
    fc.constantFrom(now, 0, -1, 1e300, 0.5, true, false, null, "allow_join", "a.b.c"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(anyKey, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const anyBody = fc.oneof(
  anyValue.map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('{"__proto__":{"privacy":"private"}}', "[".repeat(5000), '{"a":1e999}'),
);
const anyRequest = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"),
  path: anyPath,
  query: fc.constantFrom("", `?secretKey=${secret}`, "?secretKey=", "?page=0&perPage=-1", "?ignoreNbf=true", "?%"),
  authorization: fc.constantFrom(undefined, secret, `Bearer ${secret}`, "Bearer", "a.b.c", "Basic YTpi"),
  body: fc.option(anyBody, { nil: undefined }),
});

describe.each(vendors)("%s", (vendor) => {
  it("answers everything", async () => {
    const emulator = createEmulator({ vendor, ...settings });
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path, query, authorization, body }) => {
        const answer = await emulator.fetch(`http://vendor.example${path}${query}`, {
          method,
          headers: authorization === undefined ? {} : { authorization },
          ...(method === "GET" || body === undefined ? {} : { body }),
        });
        const text = await answer.text();
        expect(answer.status).toBeLessThan(500);
        expect(JSON.parse(text)).toBeDefined();
        expect(text).not.toContain(secret);
      }),
      { numRuns: 400 },
    );
  });
});
