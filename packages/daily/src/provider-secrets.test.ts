import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { everythingShown, leaksIn } from "../../core/src/provider/testing/canary.ts";
import { textAnswer } from "../../core/src/request/testing/fake-fetch.ts";
import { createDaily, type DailyProvider, type DailySettings } from "./provider.js";
import { answering, domainId, grant, now, requesting, signing, silentNetwork, tokenOf } from "./testing/provider.js";

const silence = silentNetwork();

// Random, so that no list of exceptions can know them; with characters that addresses and JSON write differently.
const key = `TEST-ONLY-${randomBytes(18).toString("base64")}+/="\\&?`;
const oldKey = `TEST-ONLY-${randomBytes(24).toString("hex")}`;
const keys = [key, oldKey];
const settings = { apiKey: keys };
const token = tokenOf({ u: "Somebody With A Long Name", ud: "participant-number-one" }, key);
const answer = { room_name: "standup", exp: now + 3600 };

type Fetch = NonNullable<DailySettings["fetch"]>;

/** Whatever the provider can be asked for over the network. */
const attemptsOf = (provider: DailyProvider): readonly (() => Promise<unknown>)[] => [
  () => provider.issue(grant()),
  () => provider.validate(token),
  () => provider.validate(token, { ignoreNotBefore: true }),
  () => provider.domain(),
];

async function expectSilence(fetch: Fetch, timeoutMilliseconds = 1000, attempts = attemptsOf): Promise<void> {
  for (const attempt of attempts(requesting({ ...settings, fetch, timeoutMilliseconds }))) {
    const error = await errorOf(attempt);
    expect(leaksIn(everythingShown(error), keys, [token])).toEqual([]);
  }
}

describe("the key of a domain", () => {
  it("is in the one header of the request and nowhere else in it", async () => {
    const { fetch, calls } = answering({ ...answer, token, domain_id: domainId });
    for (const attempt of attemptsOf(requesting({ ...settings, fetch }))) await attempt();
    expect(calls).toHaveLength(4);
    for (const { url, init } of calls) {
      const { authorization, ...headers } = init.headers;
      expect(authorization).toBe(`Bearer ${key}`);
      expect(leaksIn(`${url} ${init.method} ${init.body ?? ""} ${JSON.stringify(headers)}`, keys)).toEqual([]);
    }
  });

  it("is in no plan, and in nothing that a provider shows of itself", () => {
    for (const provider of [signing(settings), requesting(settings)]) {
      expect(leaksIn(everythingShown(provider.plan(grant())), keys)).toEqual([]);
      expect(leaksIn(everythingShown({ deep: [{ provider }] }), keys)).toEqual([]);
      expect(leaksIn(Object.values(provider).map(String).join("\n"), keys)).toEqual([]);
    }
  });

  it("is in no reading, and only an issued token shows itself", async () => {
    const { fetch } = answering({ ...answer, token });
    for (const provider of [signing({ ...settings, fetch }), requesting({ ...settings, fetch })]) {
      const issued = await provider.issue(grant());
      const { token: text, ...rest } = issued;
      expect(leaksIn(everythingShown(issued), keys)).toEqual([]);
      const verified = await provider.verify(token);
      for (const reading of [rest, verified, provider.inspect(token), await provider.validate(token)]) {
        expect(leaksIn(everythingShown(reading), keys, [text, token])).toEqual([]);
      }
    }
  });

  it("is not shown when it is refused", async () => {
    for (const apiKey of [`${key}\n`, [key, `${oldKey}\u2028`], [`-----BEGIN ${key}-----`], [key, key, ""]]) {
      const error = await errorOf(() => createDaily({ apiKey, domainId }));
      expect(leaksIn(everythingShown(error), keys)).toEqual([]);
    }
    for (const wrong of [{ domainId: key }, { method: key as never }, { clock: key as never }]) {
      const error = await errorOf(() => createDaily({ apiKey: key, ...wrong }));
      expect(leaksIn(everythingShown(error), keys)).toEqual([]);
    }
  });
});

describe("neither the key nor the token is shown", () => {
  it("when the platform fails, whose errors repeat the whole address", async () => {
    await expectSilence(async (url, init) => {
      throw new TypeError(`Failed to parse URL from ${url}`, { cause: { input: url, init } });
    });
    await expectSilence((url) => {
      throw new Error(url);
    });
    await expectSilence(() => Promise.reject(new Error(key)));
    await expectSilence(() => Promise.reject(token));
  });

  it("when Daily says nothing, or never stops", async () => {
    await expectSilence(() => new Promise(() => undefined), 5);
    const body = { getReader: () => ({ read: () => Promise.reject(new Error(token)), cancel: async () => undefined }) };
    await expectSilence(async () => ({ ...textAnswer(""), body }));
  });

  it.each<[string, string]>([
    ["the key", key],
    ["the key in base64", Buffer.from(key).toString("base64")],
    ["the key as a header", `Authorization: Bearer ${key}`],
    ["the token", token],
    ["the address", `GET https://api.daily.co/v1/meeting-tokens/${token}?ignoreNbf=true`],
  ])("when Daily's error echoes %s", async (_what, echo) => {
    for (const status of [400, 401, 404, 429, 500]) {
      const said = `${echo} is no good`;
      await expectSilence(answering({ error: said, info: said, message: said }, status).fetch);
      await expectSilence(answering(said, status).fetch);
    }
  });

  it("when Daily's error echoes a piece of the token that it was asked about", async () => {
    for (const piece of [token.slice(60), token.slice(50, 90), token.slice(-20)]) {
      const { fetch } = answering({ error: `no ${piece}`, info: `${piece}, sorry` }, 400);
      await expectSilence(fetch, 1000, (provider) => attemptsOf(provider).slice(1, 3));
    }
  });

  it("when Daily's answer is not what was asked for", async () => {
    const wider = tokenOf({ o: true, u: "Somebody Else Entirely" }, key);
    const bodies = [{ token: wider, room_name: wider, domain_id: wider }, { token: `${wider} ` }, [token], token, key];
    for (const body of bodies) {
      for (const attempt of attemptsOf(requesting({ ...settings, fetch: answering(body).fetch }))) {
        const error = await errorOf(attempt);
        expect(leaksIn(everythingShown(error), keys, [token, wider])).toEqual([]);
      }
    }
  });

  it("when a token is refused here", async () => {
    const provider = signing({ apiKey: oldKey, fetch: silence.fetch });
    for (const refused of [token, `${token} `, token.slice(0, -1), `${token}.x`, `"${token}"`]) {
      const error = await errorOf(() => provider.verify(refused));
      expect(leaksIn(everythingShown(error), keys, [token])).toEqual([]);
    }
  });
});
