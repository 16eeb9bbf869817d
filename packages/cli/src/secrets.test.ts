import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { answering } from "./testing/answers.js";
import { now, type Result, roompass } from "./testing/fake-io.js";
import { domainId, sign } from "./testing/tokens.js";

// Secrets of this run alone, so that nothing else can contain them.
const canary = (name: string): string => `TEST-ONLY-${name}-${randomBytes(24).toString("base64url")}+/=`;
const keys = {
  daily: canary("daily"),
  livekit: canary("livekit"),
  metered: canary("metered"),
  videosdk: canary("videosdk"),
};

/** Each secret as it is, and as it would look inside something else. */
const forms = Object.values(keys).flatMap((secret) => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("hex"),
    bytes.toString("base64").replace(/=+$/, "").slice(0, -1),
    bytes.toString("base64url").slice(0, -1),
  ];
});

const env = {
  DAILY_API_KEY: keys.daily,
  DAILY_DOMAIN_ID: domainId,
  LIVEKIT_API_KEY: "TEST-ONLY-livekit",
  LIVEKIT_API_SECRET: keys.livekit,
  METERED_APP_NAME: "test-app",
  METERED_SECRET_KEY: keys.metered,
  VIDEOSDK_API_KEY: "TEST-ONLY-project",
  VIDEOSDK_SECRET: keys.videosdk,
};

const claims = { r: "standup", d: domainId, iat: now, exp: now + 3600, ud: "u_1" };
const token = sign(claims, keys.daily);
const metered = sign(
  { data: { roomName: "a", appName: "test-app", expireUnixSec: now + 60 }, iat: now },
  "TEST-ONLY-other-0123456789",
);
const grant = '{ "room": "standup", "expiresIn": "1h", "entry": "direct" }';
const livekitGrant = '{ "room": "standup", "expiresIn": "1h", "participant": { "id": "u_1" } }';
const livekitClaims = {
  iss: "TEST-ONLY-livekit",
  sub: "u_1",
  exp: now + 3600,
  video: { roomJoin: true, room: "standup" },
};
const files = {
  keys: JSON.stringify(env),
  broken: `{ "DAILY_API_KEY": "${keys.daily}"`,
  lines: `DAILY_KEY=${keys.daily}`,
};

const echo = answering(401, {
  error: keys.daily,
  message: `no such key ${keys.metered} ${encodeURIComponent(keys.metered)}`,
});
const noNetwork = (url: string): Promise<never> => Promise.reject(new TypeError(`Invalid URL: ${url}`));

const calls: readonly (readonly [argv: readonly string[], options?: Parameters<typeof roompass>[1]])[] = [
  [["inspect", token]],
  [["verify", token]],
  [["verify", sign(claims, keys.videosdk)]],
  [["verify", token, "--credentials", "keys"], { env: {}, files }],
  [["verify", token, "--credentials", "broken"], { env: {}, files }],
  [["verify", token, "--credentials", "lines"], { env: {}, files }],
  [["verify", token, "--credentials", keys.daily], { env: {} }],
  [["verify", token, "--credentials", JSON.stringify(env)], { env: {} }],
  [["verify", token, "--remote"], { fetch: echo.fetch }],
  [["verify", metered], { fetch: echo.fetch }],
  [["verify", token, "--remote"], { fetch: noNetwork }],
  [["issue", grant, "--provider", "daily"]],
  [["issue", grant, "--provider", "videosdk"]],
  [["issue", livekitGrant, "--provider", "livekit"]],
  [["verify", sign(livekitClaims, keys.livekit)]],
  [["verify", sign(livekitClaims, keys.daily)]],
  [["translate", token, "--to", "livekit", "--issue"]],
  [["issue", grant, "--provider", "daily", "--method", "request"], { fetch: echo.fetch }],
  [["issue", grant, "--provider", "metered"], { fetch: echo.fetch }],
  [["issue", grant, "--provider", "metered"], { fetch: noNetwork }],
  [["issue", grant, "--provider", "metered"], { fetch: answering(200, { token: keys.metered }).fetch }],
  [["issue", grant, "--provider", "metered", "--plan"]],
  [["issue", grant, "--provider", "daily", "--plan"]],
  [["translate", token, "--to", "videosdk", "--issue"]],
  [["translate", token, "--to", "metered", "--issue"], { fetch: echo.fetch }],
  [["verify", token, "--api-key", keys.daily]],
  [["verify", token, `--secret=${keys.daily}`]],
  [["verify", token, `DAILY_API_KEY=${keys.daily}`]],
  [["inspect", keys.daily]],
  [["inspect", "--file", keys.daily]],
  [["inspect", `@${keys.daily}`]],
  [["inspect", token, "--provider", keys.daily]],
  [["inspect", token, "--now", keys.daily]],
  [["inspect", token, `--unknown=${keys.daily}`]],
  [["inspect", token, keys.daily]],
  [[keys.daily]],
  [["translate", token, "--to", keys.daily]],
  [["translate", token, "--to", "videosdk", "--vouch", keys.daily]],
  [["translate", token, "--to", "videosdk", "--room-map", `a=${keys.daily}`]],
  [["translate", token, "--to", "videosdk", "--narrow", `{"${keys.daily}`]],
  [["translate", token, "--to", "videosdk", "--allow-widening", keys.daily]],
];

let results: readonly Result[] = [];
beforeAll(async () => {
  const both = calls.flatMap(([argv, options]) => [[argv, options] as const, [[...argv, "--json"], options] as const]);
  results = await Promise.all(both.map(([argv, options]) => roompass(argv, { env, ...options })));
});

it("prints no secret in any form, whatever goes right or wrong", () => {
  const printed = results.map(({ stdout, stderr }) => stdout + stderr).join("\n");
  expect(printed.length).toBeGreaterThan(10_000);
  expect(forms.filter((form) => printed.includes(form))).toEqual([]);
});

it("meets every exit code on the way, and never a bug", () => {
  expect(new Set(results.map(({ code }) => code))).toEqual(new Set([0, 1, 2, 3]));
  expect(results.filter(({ stdout, stderr }) => `${stdout}${stderr}`.includes("command.bug"))).toEqual([]);
});

it("prints the token that was given nowhere", () => {
  const printed = results.map(({ stdout, stderr }) => stdout + stderr).join("\n");
  expect(printed).not.toContain(token);
  expect(printed).not.toContain(token.split(".")[2]);
});
