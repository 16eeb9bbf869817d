import { createHmac } from "node:crypto";
import { type Expectations, translate } from "@roompass/core";
import { createDaily } from "@roompass/daily";
import { createLiveKit } from "@roompass/livekit";
import { createMetered } from "@roompass/metered";
import { createVideoSDK } from "@roompass/videosdk";
import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";

/*
 * Rules for one vendor's tokens must not let another's in. The worst case is taken: one secret and one name of the
 * account for all four, and vendors that confirm whatever is signed with it.
 */

type Claims = Readonly<Record<string, unknown>>;

const now = 1_800_000_000;
const clock = (): number => now;
const secret = "TEST-ONLY-one-secret-for-all-of-them-0123456789";
/** A UUID, as Daily wants it, is a name that the others take as well. */
const account = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const testAccount = "30f866c3-9123-452a-8723-ff58322d09c5";
const room = "2kyv-gzay-64pg";

function sign(claims: Claims, header: Claims = { alg: "HS256", typ: "JWT" }): string {
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

const claimsOf = (token: string): Claims => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

const answer = (body: unknown) => ({
  status: 200,
  headers: { get: () => null },
  text: async () => JSON.stringify(body),
});

/** Confirms every token that it is asked about, by repeating its claims. */
const credulous = async (url: string, { body }: { readonly body?: string }) =>
  answer(claimsOf(body === undefined ? (url.split("/").at(-1) ?? "") : JSON.parse(body).token));

/** Mints what was asked for, as Metered does. */
const minting = async (_url: string, { body }: { readonly body?: string }) =>
  answer({ token: sign({ data: { ...JSON.parse(body ?? "{}"), appName: account }, iat: now }) });

const daily = createDaily({ apiKey: secret, domainId: account, method: "sign", clock });
const dailyRemote = createDaily({ apiKey: secret, domainId: account, method: "request", clock, fetch: credulous });
const livekit = createLiveKit({ apiKey: account, apiSecret: secret, clock });
const metered = createMetered({ appName: account, secretKey: secret, clock, fetch: credulous });
const meteredMint = createMetered({ appName: account, secretKey: secret, clock, fetch: minting });
const videosdk = createVideoSDK({ apiKey: account, secret, clock });

type Verifier = { verify(token: string, expected?: Expectations): Promise<unknown> };

const verifiers: Readonly<Record<string, Verifier>> = {
  "Daily, here": daily,
  "Daily, by asking": dailyRemote,
  LiveKit: livekit,
  "LiveKit's server API": { verify: (token, expected) => livekit.verify(token, { ...expected, purpose: "api" }) },
  Metered: metered,
  VideoSDK: videosdk,
  "VideoSDK's server API": { verify: (token, expected) => videosdk.verify(token, { ...expected, purpose: "api" }) },
};

async function verdictsOn(token: string, expected: Expectations = {}): Promise<Record<string, string>> {
  const rows = Object.entries(verifiers).map(
    async ([name, verifier]): Promise<[string, string]> => [
      name,
      await outcomeOf(() => verifier.verify(token, expected)),
    ],
  );
  return Object.fromEntries(await Promise.all(rows));
}

const takersOf = (verdicts: Readonly<Record<string, string>>): string[] =>
  Object.keys(verdicts).filter((name) => verdicts[name] === "ok");

const hour = { room, expiresIn: "1h" } as const;
const moderate = { media: true, remove: true } as const;
const issued: Readonly<Record<string, () => Promise<string>>> = {
  Daily: async () => (await daily.issue(hour)).token,
  LiveKit: async () => (await livekit.issue({ ...hour, participant: { id: "u_1" } })).token,
  "LiveKit's server API": async () =>
    (await livekit.issue({ ...hour, purpose: "api", rights: { moderate: true } })).token,
  Metered: async () => (await meteredMint.issue(hour)).token,
  VideoSDK: async () => (await videosdk.issue({ ...hour, entry: "direct" })).token,
  "VideoSDK's server API": async () => (await videosdk.issue({ ...hour, entry: "direct", purpose: "api" })).token,
};

const notLivekits = { LiveKit: "claims.invalid video", "LiveKit's server API": "claims.invalid video" };
const livekitsAlone = {
  "Daily, here": "policy.tenant issuance.tenant",
  "Daily, by asking": "policy.tenant issuance.tenant",
  Metered: "claims.invalid data",
  VideoSDK: "claims.invalid permissions",
  "VideoSDK's server API": "claims.invalid permissions",
};

/** Refused for what each lacks: VideoSDK's permissions, Metered's `data`, LiveKit's `video`, Daily's `d`, and an expiry where it looks. */
const matrix: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Daily: {
    "Daily, here": "ok",
    "Daily, by asking": "ok",
    ...notLivekits,
    Metered: "claims.invalid data",
    VideoSDK: "claims.invalid permissions",
    "VideoSDK's server API": "claims.invalid permissions",
  },
  LiveKit: { ...livekitsAlone, LiveKit: "ok", "LiveKit's server API": "policy.purpose purpose" },
  "LiveKit's server API": { ...livekitsAlone, LiveKit: "policy.purpose purpose", "LiveKit's server API": "ok" },
  Metered: {
    "Daily, here": "claims.missing-expiry expiresAt",
    "Daily, by asking": "claims.missing-expiry expiresAt",
    ...notLivekits,
    Metered: "ok",
    VideoSDK: "claims.invalid permissions",
    "VideoSDK's server API": "claims.invalid permissions",
  },
  VideoSDK: {
    "Daily, here": "policy.tenant issuance.tenant",
    "Daily, by asking": "policy.tenant issuance.tenant",
    ...notLivekits,
    Metered: "claims.invalid data",
    VideoSDK: "ok",
    "VideoSDK's server API": "policy.purpose purpose",
  },
  "VideoSDK's server API": {
    "Daily, here": "policy.tenant issuance.tenant",
    "Daily, by asking": "policy.tenant issuance.tenant",
    ...notLivekits,
    Metered: "claims.invalid data",
    VideoSDK: "policy.purpose purpose",
    "VideoSDK's server API": "ok",
  },
};

describe("one secret and one account name for all vendors", () => {
  it.each(Object.keys(matrix))("a token of %s is taken by its own verifier alone", async (kind) => {
    expect(await verdictsOn(await issued[kind]!())).toEqual(matrix[kind]);
  });

  it("does not help whoever waives every expectation that can be waived", async () => {
    const waived: Expectations = { allowNoExpiry: true, ignoreNotBefore: true, clockToleranceSeconds: 1e9 };
    for (const [kind, row] of Object.entries(matrix)) {
      expect(takersOf(await verdictsOn(await issued[kind]!(), waived))).toEqual(takersOf(row));
    }
  });

  it("is not fooled by a powerful token either", async () => {
    const everywhere = { room: { any: true }, expiresAt: null } as const;
    const purpose = ["api", "participant"] as const;
    const rights = { moderate: true, admit: true } as const;
    const powerful = [
      await daily.issue({ ...everywhere, rights: { ...rights, livestream: true, transcribe: true } }),
      await livekit.issue({
        room: { any: true },
        purpose: "api",
        expiresIn: "1h",
        rights: { record: true, livestream: true },
        extensions: { livekit: { roomCreate: true, ingressAdmin: true } },
      }),
      await meteredMint.issue({ ...everywhere, rights }),
      await videosdk.issue({ ...everywhere, entry: "direct", rights: { moderate }, purpose }),
    ];
    const takers = powerful.map(async ({ token }) => takersOf(await verdictsOn(token, { allowNoExpiry: true })));
    expect(await Promise.all(takers)).toEqual([
      ["Daily, here", "Daily, by asking"],
      ["LiveKit's server API"],
      ["Metered"],
      ["VideoSDK", "VideoSDK's server API"],
    ]);
  });

  it.each<[string, Claims]>([
    ["nothing but times", { iat: now, exp: now + 3600 }],
    ["a subject and an audience", { iss: account, sub: room, aud: "meet", iat: now, exp: now + 3600 }],
    ["a grant of LiveKit's for no account", { sub: "u_1", video: { roomJoin: true, room }, exp: now + 3600 }],
    ["LiveKit's switches outside their claim", { iss: account, sub: "u_1", roomJoin: true, room, exp: now + 3600 }],
    ["a session of ours", { sub: "u_1", sid: "s", iat: now, exp: now + 60 }],
    ["Daily's claims by their long names", { domain_id: account, room_name: room, iat: now, exp: now + 3600 }],
    [
      "Metered's fields without their envelope",
      { appName: account, roomName: room, expireUnixSec: now + 3600, iat: now },
    ],
    ["VideoSDK's claims by other names", { apiKey: account, grants: ["allow_join"], room, iat: now, exp: now + 3600 }],
  ])("a token with %s is nobody's", async (_what, claims) => {
    expect(Object.values(await verdictsOn(sign(claims)))).not.toContain("ok");
    expect(Object.values(await verdictsOn(sign(claims), { allowNoExpiry: true }))).not.toContain("ok");
  });

  it("another kind of token by its header is nobody's, whatever its claims", async () => {
    for (const kind of Object.keys(matrix)) {
      const claims = claimsOf(await issued[kind]!());
      for (const header of [
        { alg: "HS256", typ: "roompass-session+jwt" },
        { alg: "HS256", typ: "at+jwt" },
      ]) {
        expect(new Set(Object.values(await verdictsOn(sign(claims, header))))).toEqual(
          new Set(["header.type header.typ"]),
        );
      }
    }
  });
});

describe("one secret for a vendor's test account and the real one", () => {
  it("keeps their tokens apart", async () => {
    const other = { clock, fetch: credulous };
    const tests = {
      Daily: createDaily({ apiKey: secret, domainId: testAccount, method: "sign", ...other }),
      "Daily by request": createDaily({ apiKey: secret, domainId: testAccount, method: "request", ...other }),
      LiveKit: createLiveKit({ apiKey: testAccount, apiSecret: secret, clock }),
      Metered: createMetered({ appName: testAccount, secretKey: secret, ...other }),
      VideoSDK: createVideoSDK({ apiKey: testAccount, secret, clock }),
    };
    const verdicts = await Promise.all(
      Object.entries(tests).map(async ([name, verifier]) => {
        const token = await issued[name.split(" ")[0] as string]!();
        return outcomeOf(() => verifier.verify(token));
      }),
    );
    expect(verdicts).toEqual(Object.keys(tests).map(() => "policy.tenant issuance.tenant"));
  });

  it("does not let a translation be signed for the other one", async () => {
    const other = createVideoSDK({ apiKey: testAccount, secret, clock });
    const source = await videosdk.verify(await issued["VideoSDK"]!());
    const moved = translate(source, { from: videosdk.adapter, to: videosdk, now });
    expect(await outcomeOf(() => other.issue(moved))).toBe("provider.settings tenant");
  });
});
