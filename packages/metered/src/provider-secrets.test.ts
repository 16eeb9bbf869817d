import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { everythingShown, leaksIn } from "../../core/src/provider/testing/canary.ts";
import { createMetered, type MeteredProvider, type MeteredSettings } from "./provider.js";
import { answering, appName, grant, guestData, now, provider, tokenOf } from "./testing/provider.js";

// Random, so that no list of exceptions can know it; with characters that addresses and JSON write differently.
const secretKey = `TEST-ONLY-${randomBytes(18).toString("base64")}+/="\\&?`;
const token = tokenOf({ name: "Somebody With A Long Name", externalUserId: "participant-number-one" });

type Fetch = NonNullable<MeteredSettings["fetch"]>;

const attemptsOf = (metered: MeteredProvider): readonly (() => Promise<unknown>)[] => [
  () => metered.issue(grant()),
  () => metered.verify(token),
];

async function expectSilence(fetch: Fetch, timeoutMilliseconds = 1000): Promise<void> {
  for (const attempt of attemptsOf(provider({ secretKey, fetch, timeoutMilliseconds }))) {
    const error = await errorOf(attempt);
    expect(leaksIn(everythingShown(error), [secretKey], [token])).toEqual([]);
  }
}

describe("the secret of an app", () => {
  it("is in the query of the one request that mints, and nowhere else", async () => {
    const { fetch, calls } = answering({ token: tokenOf() });
    await provider({ secretKey, fetch }).issue(grant());
    const [{ url, init }] = calls as [(typeof calls)[0]];
    const { searchParams, origin, pathname } = new URL(url);
    expect([...searchParams]).toEqual([["secretKey", secretKey]]);
    expect(leaksIn(`${origin}${pathname} ${JSON.stringify(init)} ${init.body}`, [secretKey])).toEqual([]);
  });

  it("does not go along when a token is verified", async () => {
    const { fetch, calls } = answering({ data: guestData(), iat: now });
    await provider({ secretKey, fetch }).verify(tokenOf());
    expect(calls).toHaveLength(1);
    expect(leaksIn(`${calls[0]!.url} ${JSON.stringify(calls[0]!.init)}`, [secretKey])).toEqual([]);
  });

  it("is in no plan, and in nothing that a provider shows of itself", () => {
    const metered = provider({ secretKey });
    expect(leaksIn(everythingShown(metered.plan(grant())), [secretKey])).toEqual([]);
    expect(leaksIn(everythingShown({ deep: [{ metered }] }), [secretKey])).toEqual([]);
    expect(leaksIn(Object.values(metered).map(String).join("\n"), [secretKey])).toEqual([]);
  });

  it("is in no reading, and only an issued token shows itself", async () => {
    const issued = await provider({ secretKey, ...answering({ token: tokenOf() }) }).issue(grant());
    const { token: text, ...rest } = issued;
    expect(leaksIn(everythingShown(issued), [secretKey])).toEqual([]);
    const metered = provider({ secretKey, ...answering({ data: guestData(), iat: now }) });
    for (const reading of [rest, await metered.verify(text), metered.inspect(text)]) {
      expect(leaksIn(everythingShown(reading), [secretKey], [text])).toEqual([]);
    }
  });

  it("is not shown when it is refused, nor when it stands in the wrong place", async () => {
    for (const wrong of [
      { secretKey: `${secretKey}\n` },
      { secretKey: [secretKey] as never },
      { appName: secretKey },
      { appName: `https://${appName}.metered.live/api/v1/token?secretKey=${secretKey}` },
      { method: secretKey } as never,
      { clock: secretKey as never },
    ]) {
      const error = await errorOf(() => createMetered({ appName, secretKey, ...wrong }));
      expect(leaksIn(everythingShown(error), [secretKey])).toEqual([]);
    }
  });
});

describe("neither the secret nor the token is shown", () => {
  it("when the platform fails, whose errors repeat the whole address", async () => {
    await expectSilence(async (url, init) => {
      throw new TypeError(`Failed to parse URL from ${url}`, { cause: { input: url, init } });
    });
    await expectSilence(async (url) => globalThis.fetch(url.replace("https://", "https://bad host")) as never);
    await expectSilence(() => Promise.reject(new Error(secretKey)));
    await expectSilence(() => new Promise(() => undefined), 5);
  });

  it.each<[string, string]>([
    ["the secret", secretKey],
    ["the secret as it stands in the address", encodeURIComponent(secretKey)],
    ["the secret in base64", Buffer.from(secretKey).toString("base64")],
    ["the address", `POST /api/v1/token?secretKey=${encodeURIComponent(secretKey)}`],
    ["the token", token],
  ])("when Metered's error echoes %s", async (_what, echo) => {
    for (const status of [400, 401, 429, 500]) {
      const { fetch } = answering({ message: `${echo} is no good`, eventCode: echo, error: echo }, status);
      const metered = provider({ secretKey, fetch });
      expect(leaksIn(everythingShown(await errorOf(() => metered.issue(grant()))), [secretKey], [token])).toEqual([]);
    }
  });

  it("when Metered's error echoes the token that it was asked about, or a piece of it", async () => {
    for (const echo of [token, token.slice(60), token.slice(50, 90), `{"token":"${token}"}`]) {
      const { fetch } = answering({ message: `${echo} is no good`, eventCode: echo, error: echo }, 400);
      const error = await errorOf(() => provider({ fetch }).verify(token));
      expect(leaksIn(everythingShown(error), [secretKey], [token])).toEqual([]);
    }
  });

  it("when Metered's answer is not what was asked for", async () => {
    const wider = tokenOf({ isAdmin: true, name: "Somebody Else Entirely" });
    const bodies = [{ token: wider }, { token: `${wider} ` }, [token], token, secretKey, { data: { name: wider } }];
    for (const body of bodies) {
      for (const attempt of attemptsOf(provider({ secretKey, fetch: answering(body).fetch }))) {
        const error = await errorOf(attempt);
        expect(leaksIn(everythingShown(error), [secretKey], [token, wider])).toEqual([]);
      }
    }
  });
});
