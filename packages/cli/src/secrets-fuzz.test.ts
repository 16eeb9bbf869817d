// Calls put together at random, with secrets in the environment, in files, in what vendors answer, and in every place
// where a hurried person might put one: nothing that is printed may hold any of them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { answering } from "./testing/answers.js";
import { roompass } from "./testing/fake-io.js";
import { dailyToken, domainId, livekitToken, meteredToken, videosdkToken } from "./testing/tokens.js";

const keys = {
  daily: "TEST-ONLY-canary-daily+/=0123456789abcdef",
  livekit: "TEST-ONLY-canary-livekit+/=0123456789abcdef",
  metered: "TEST-ONLY-canary-metered+/=0123456789abcdef",
  videosdk: "TEST-ONLY-canary-videosdk+/=0123456789abcdef",
  stray: "TEST-ONLY-canary-stray+/=0123456789abcdef",
};
const env = {
  DAILY_API_KEY: keys.daily,
  DAILY_DOMAIN_ID: domainId,
  LIVEKIT_API_KEY: "TEST-ONLY-livekit-key",
  LIVEKIT_API_SECRET: keys.livekit,
  METERED_APP_NAME: "test-app",
  METERED_SECRET_KEY: keys.metered,
  VIDEOSDK_API_KEY: "TEST-ONLY-project",
  VIDEOSDK_SECRET: keys.videosdk,
};

const secret = fc.constantFrom(...Object.values(keys));
const files = {
  token: dailyToken(),
  keys: JSON.stringify(env),
  lines: `DAILY_API_KEY=${keys.daily}\nMETERED_APP_NAME=other\n`,
  misspelt: `DAILY_APIKEY=${keys.daily}`,
  swapped: `${keys.daily}=DAILY_API_KEY`,
  bare: keys.daily,
  broken: `{ "VIDEOSDK_SECRET": "${keys.videosdk}" "`,
  grant: '{ "room": "standup", "expiresIn": "1h", "entry": "direct" }',
};

const value = fc.oneof(
  secret,
  secret.map((text) => `{"room":"${text}","x":1}`),
  // The name of a member is told where it does not exist, so that only what is known to be a key can be kept back.
  fc.constantFrom(keys.daily, keys.livekit, keys.metered, keys.videosdk).map((text) => `{"${text}":true}`),
  secret.map((text) => `a=${text}`),
  fc.constantFrom(
    "standup",
    "1h",
    "daily",
    "livekit",
    "metered",
    "videosdk",
    "moderate",
    "rights.record",
    "participant",
    "sign",
  ),
  fc.constantFrom(...Object.keys(files), ...Object.keys(files).map((name) => `@${name}`)),
);
const subject = fc.oneof(
  value,
  secret.map((text) => `${text}.${text}.${text}`),
  secret.map((text) => `https://example.daily.co/a?t=${text}`),
  fc.constantFrom(dailyToken(), livekitToken(), videosdkToken(), meteredToken(), files.grant, "-"),
);
const option = fc.oneof(
  fc
    .constantFrom("--file", "--provider", "--credentials", "--room", "--to", "--narrow", "--vouch", "--room-map")
    .chain((name) => value.map((text) => [name, text])),
  fc
    .constantFrom("--now", "--purpose", "--fail-on", "--method", "--expires-in", "--require", "--source-room", "--key")
    .chain((name) => value.map((text) => [`${name}=${text}`])),
  fc.constantFrom(["--json"], ["--plan"], ["--remote"], ["--issue"], ["--trust-unverified"], ["--strict"], ["--rules"]),
  secret.map((text) => [`--${text}`]),
);
const call = fc.record({
  command: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("inspect", "verify", "issue", "translate", "lint", "matrix", "compare") },
    { weight: 1, arbitrary: secret },
  ),
  subjects: fc.array(subject, { maxLength: 2 }),
  options: fc.array(option, { maxLength: 4 }),
  status: fc.constantFrom(200, 400, 401, 404, 500),
  answer: fc.constantFrom(
    { token: keys.metered },
    { error: keys.daily, info: `key ${keys.daily}` },
    `<p>${keys.metered}</p>`,
  ),
  stdin: fc.constantFrom("", keys.stray, files.grant, dailyToken()),
});

/** A secret as it is, in an address, and in JSON. */
const forms = Object.values(keys).flatMap((key) => [key, encodeURIComponent(key), key.slice(0, -8)]);

it("prints no secret, and meets no bug, whatever is called with whatever", async () => {
  await fc.assert(
    fc.asyncProperty(call, async ({ command, subjects, options, status, answer, stdin }) => {
      const argv = [command, ...subjects, ...options.flat()];
      const { stdout, stderr } = await roompass(argv, { env, files, stdin, fetch: answering(status, answer).fetch });
      const printed = stdout + stderr;
      expect(forms.filter((form) => printed.includes(form))).toEqual([]);
      expect(printed).not.toContain("command.bug");
    }),
    { numRuns: 800 },
  );
});
