// What a user does with the packages, on any platform: nothing here knows on which one it runs.
import { allows, describeAdapter, detect, lintGrant, parseGrant, RoompassError, translate } from "@roompass/core";
import { importKey, parseCompact, signCompact } from "@roompass/core/kit";
import { createDaily, daily as dailyAdapter } from "@roompass/daily";
import { createLiveKit, livekit as livekitAdapter } from "@roompass/livekit";
import { createMetered } from "@roompass/metered";
import { createAuditChain, createMemoryStore, createTokenService } from "@roompass/service";
import { createVideoSDK } from "@roompass/videosdk";

const now = 1_800_000_000;
const clock = () => now;
const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h", entry: "direct" };
const apiKey = "TEST-ONLY-daily-key-0123456789abcdef0123456789";
const domainId = "11111111-2222-4333-8444-555555555555";

const daily = () => createDaily({ apiKey, domainId, clock });
const livekit = () =>
  createLiveKit({ apiKey: "TEST-key", apiSecret: "TEST-ONLY-livekit-secret-0123456789abcdef", clock });
const videosdk = () =>
  createVideoSDK({ apiKey: "TEST-project", secret: "TEST-ONLY-videosdk-secret-0123456789abcdef", clock });

/** Stands in for a vendor that is asked, so that nothing leaves the machine. */
function answering(status, body, seen = []) {
  return async (url, options) => {
    seen.push({ url, ...options });
    return { status, headers: { get: () => null }, text: async () => JSON.stringify(body) };
  };
}

function equal(actual, expected, what) {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${what}: ${seen} instead of ${wanted}`);
}

async function codeOf(act) {
  try {
    await act();
  } catch (error) {
    if (error instanceof RoompassError) return error.code;
    return `not an error of these packages: ${error}`;
  }
  return "nothing thrown";
}

/** A token issued, inspected, verified, refused when it is changed, late or for another room. */
async function wholeLife(provider, given) {
  const { token } = await provider.issue(given);
  equal(provider.inspect(token).verified, false, "what was only inspected");
  const verified = await provider.verify(token, { room: given.room });
  equal(verified.verified, true, "what was verified");
  equal(verified.grant.room, given.room, "the room");
  const [header, claims, signature] = token.split(".");
  const changed = `${header}.${claims}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
  equal(await codeOf(() => provider.verify(changed)), "signature.mismatch", "a changed signature");
  equal(await codeOf(() => provider.verify(token, { room: "elsewhere" })), "policy.room", "another room");
  equal(
    await codeOf(() => provider.issue({ ...given, rights: { fly: true } })),
    "grant.unknown-field",
    "no such right",
  );
  return token;
}

async function moves(source, from, to, policy) {
  const moved = translate(source, { from, to, now, ...(policy === undefined ? {} : { policy }) });
  const { token } = await to.issue(moved);
  equal((await to.verify(token)).verified, true, "the translated token");
  return token;
}

const checks = {
  "daily: a whole life": () => wholeLife(daily(), { ...grant, rights: { moderate: false } }),
  "livekit: a whole life": () => wholeLife(livekit(), { ...grant, rights: { publish: ["camera"] } }),
  "videosdk: a whole life": () => wholeLife(videosdk(), { ...grant, room: "2kyv-gzay-64pg" }),
  "metered: a request that says what is wanted, and no secret": async () => {
    const settings = { appName: "demo", secretKey: "TEST-ONLY-metered-secret-0123456789", clock };
    const plan = createMetered(settings).plan(grant);
    equal(JSON.stringify(plan).includes(settings.secretKey), false, "the secret in a plan");
    return JSON.stringify(plan);
  },
  "daily: a request that is sent": async () => {
    const seen = [];
    const fetch = answering(200, { domain_id: domainId, domain_name: "demo" }, seen);
    equal((await createDaily({ apiKey, fetch, clock }).domain()).domainName, "demo", "the domain");
    equal(seen.length, 1, "requests");
  },
  "translate: daily to livekit, which stays within": async () => {
    const { token } = await daily().issue({ ...grant, rights: { publish: ["camera"], subscribe: true } });
    const provider = daily();
    const rooms = { map: { standup: "stand-up" } };
    return moves(await provider.verify(token), provider, livekit(), { rooms });
  },
  "translate: livekit to daily": async () => {
    const provider = livekit();
    const rights = { publish: ["microphone"], subscribe: true, visible: true };
    const issued = await provider.issue({ ...grant, rights });
    return moves(issued, provider, daily(), { rooms: { map: { standup: "standup" } } });
  },
  "translate: what the target cannot withhold is refused": async () => {
    const provider = livekit();
    const issued = await provider.issue({ ...grant, rights: { publish: false } });
    const options = { from: provider, to: videosdk(), now, policy: { rooms: { map: { standup: "2kyv-gzay-64pg" } } } };
    equal(await codeOf(() => translate(issued, options)), "translate.refused", "a listener turned into a speaker");
  },
  "core: questions about a grant": async () => {
    const parsed = parseGrant({ ...grant, rights: { publish: ["camera"] } }, { now });
    equal(allows(parsed, "publish.camera", { at: now }).answer, "yes", "the camera");
    equal(allows(parsed, "publish.screen", { at: now }).answer, "no", "the screen");
    equal(lintGrant(parsed, dailyAdapter, { now }), [], "remarks");
    equal(describeAdapter(dailyAdapter).vendor, "daily", "the vendor");
  },
  "core: the vendor of a token": async () => {
    const { token } = await daily().issue(grant);
    equal(detect(token, [livekitAdapter, dailyAdapter]).vendor, "daily", "the vendor");
  },
  "service: a token over HTTP, and nothing for strangers": async () => {
    const policy = {
      providers: ["daily"],
      rooms: [{ prefix: "stand" }],
      maxSeconds: 3600,
      rights: { publish: true, subscribe: true },
      participants: { any: true },
    };
    // Of TEST-ONLY-caller-secret-0123456789
    const sha256 = "2cb9247a06b52465bde45c5a26abdf3c8a41ff391c1379751fe8dfbdb9612285";
    const lines = [];
    const service = createTokenService({
      providers: [{ provider: createDaily({ apiKey, domainId }) }],
      callers: { find: () => ({ secretDigests: [{ sha256 }], policy }) },
      store: createMemoryStore(),
      audit: createAuditChain({ append: async (line) => void lines.push(line) }),
    });
    const ask = (authorization) =>
      service.fetch(
        new Request("https://tokens.example/v1/tokens", {
          method: "POST",
          headers: { "content-type": "application/json", ...(authorization === "" ? {} : { authorization }) },
          body: JSON.stringify({ provider: "daily", grant: { ...grant, rights: { moderate: false } } }),
        }),
        { address: "192.0.2.1" },
      );
    equal((await ask("")).status, 401, "a stranger");
    equal((await ask("Bearer example.TEST-ONLY-caller-secret-0123456789")).status, 200, "a caller");
    equal(lines.length > 0, true, "an audit line");
  },
  "core: keys as PEM and JWK, which load jose": async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
      "verify",
    ]);
    const signing = await importKey(await crypto.subtle.exportKey("jwk", privateKey), "ES256");
    const spki = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey("spki", publicKey))));
    const pem = `-----BEGIN PUBLIC KEY-----\n${spki.replace(/.{64}/g, "$&\n")}\n-----END PUBLIC KEY-----\n`;
    const checking = await importKey(pem, "ES256");
    const token = await signCompact({ room: "standup" }, signing);
    const header = { algorithms: ["ES256"] };
    equal(parseCompact(token, { header }).claims, { room: "standup" }, "the claims");
    equal(await codeOf(() => signCompact({}, checking)), "key.unsuitable", "signing with half a key");
  },
};

/** Everything above, one after the other. `text` is the same wherever it runs, or undefined. */
export async function runSmoke() {
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      results.push({ name, outcome: "pass", text: await check() });
    } catch (error) {
      results.push({ name, outcome: "fail", note: String(error?.stack ?? error) });
    }
  }
  return results;
}
