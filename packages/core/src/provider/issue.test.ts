import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { importSecret, KeyRing } from "../jws/index.js";
import { notFrozenIn } from "../testing/not-frozen.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { translate } from "../translate/translate.js";
import { issuedToken, readMintable } from "./issue.js";
import { grantInput, now, ringOf, secret, tenant, toyProvider } from "./testing/toy-provider.js";
import { isTrusted } from "./token-reading.js";

const provider = toyProvider();
const twinAdapter = makeToyAdapter("twin", "Twin");
const twinSource = verified(twinAdapter, { room: "standup", exp: now + 600, user: "u_1", host: true });

describe("an issued token", () => {
  it("says what was asked, the account and the time, and nothing else", async () => {
    const issued = await provider.issue(
      grantInput({ participant: { id: "u_1" }, entry: "direct", rights: { record: false } }),
    );
    const { claims, header } = provider.inspect(issued.token);
    expect({ ...header }).toEqual({ alg: "HS256", typ: "JWT" });
    expect({ ...claims }).toEqual({
      kind: "toy/1",
      account: tenant,
      room: "standup",
      user: "u_1",
      iat: now,
      exp: now + 3600,
      ask: false,
      record: false,
    });
    expect(issued).toMatchObject({ vendor: "toy", verified: true, expiresAt: now + 3600, report: [], warnings: [] });
  });

  it("gives no right that nobody asked for", async () => {
    const { properties } = await provider.issue(grantInput());
    expect(properties).toEqual({ account: tenant, room: "standup", iat: now, exp: now + 3600 });
  });

  it("is frozen, trusted, and accepted by the provider itself", async () => {
    const issued = await provider.issue(grantInput({ client: { language: "de" } }));
    expect(issued.report).not.toEqual([]);
    expect(notFrozenIn(issued)).toEqual([]);
    expect(isTrusted(issued)).toBe(true);
    expect((await provider.verify(issued.token)).grant).toEqual(issued.grant);
    expect(translate(issued, { from: toyAdapter, to: twinAdapter, now }).vendor).toBe("twin");
  });

  it("says out loud that it never expires", async () => {
    const issued = await provider.issue({ room: "standup", expiresAt: null });
    expect(issued.expiresAt).toBeNull();
    expect(issued.properties).not.toHaveProperty("exp");
    expect(issued.warnings.map(({ id }) => id)).toEqual(["lint.never-expires"]);
  });

  it("carries the doubts about the key that signed it", async () => {
    const { warnings } = await toyProvider({ keys: ringOf("TEST-ONLY-short") }).issue(grantInput());
    expect(warnings.map(({ id }) => id)).toEqual(["lint.short-key"]);
  });

  it("is the same each time, and leaves the grant as it was", async () => {
    const input = Object.freeze(grantInput({ rights: { publish: ["camera"] } }));
    const [first, second] = [await provider.issue(input), await provider.issue(input)];
    expect(first.token).toBe(second.token);
    expect(input).toEqual(grantInput({ rights: { publish: ["camera"] } }));
  });
});

describe("a grant that throws when it is read", () => {
  const fail = (): never => {
    throw new Error("TEST-ONLY-what-was-thrown");
  };
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();

  it.each<[string, object]>([
    ["a proxy that does not tell what it has", new Proxy({}, { has: fail, ownKeys: fail })],
    ["a proxy without a prototype to ask for", new Proxy(grantInput(), { getPrototypeOf: fail })],
    ["a getter", Object.defineProperty({ ...grantInput() }, "entry", { get: fail, enumerable: true })],
    ["a revoked proxy", revoked],
  ])("is refused by `issue` and by `issuer`: %s", async (_what, grant) => {
    for (const run of [() => provider.issue(grant as never), () => provider.issuer(grant as never)]) {
      expect(await errorOf(run)).toMatchObject({ name: "RoompassError", code: "grant.invalid" });
    }
  });

  it.each<[string, object]>([
    ["a proxy", new Proxy({}, { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail })],
    [
      "a getter",
      Object.defineProperties({}, { id: { get: fail, enumerable: true }, name: { value: "A", enumerable: true } }),
    ],
    ["a revoked proxy", revoked],
  ])("is refused by an issuer's `issue` for its participant: %s", async (_what, participant) => {
    const issuer = provider.issuer(grantInput());
    const error = await errorOf(() => issuer.issue(participant));
    expect(error).toMatchObject({ name: "RoompassError", code: "grant.invalid" });
  });
});

describe("a translation", () => {
  it("is issued exactly as it was compared", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: provider, now });
    const issued = await provider.issue(moved);
    expect(issued.properties).toEqual(moved.properties);
    expect(issued.report).toBe(moved.report);
    expect({ ...provider.inspect(issued.token).claims }).toEqual(moved.claims);
  });

  it("for another vendor is refused", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: twinAdapter, now });
    expect(await outcomeOf(() => provider.issue(moved as never))).toBe("provider.settings vendor");
  });

  it("for another account is refused", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: toyProvider({ tenant: "other" }), now });
    expect(await outcomeOf(() => provider.issue(moved))).toBe("provider.settings tenant");
  });

  it("for an adapter, which knows no account, is refused where tokens are signed", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: toyAdapter, now });
    expect(await outcomeOf(() => provider.issue(moved))).toBe("provider.settings claims");
  });

  it("that has expired in the meantime is refused at the very second", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: provider, now });
    const at = (time: number): Promise<string> => outcomeOf(() => toyProvider({ clock: () => time }).issue(moved));
    expect(await at(now + 599)).toBe("ok");
    expect(await at(now + 600)).toBe("grant.empty-window expiresAt");
  });

  it("that merely looks like one is refused", async () => {
    const moved = translate(twinSource, { from: twinAdapter, to: provider, now });
    const forged = { ...moved, properties: { ...moved.properties, room: "boardroom" } };
    for (const fake of [forged, { ...moved }, structuredClone(moved), Object.create(moved), JSON.stringify(moved)]) {
      const error = await errorOf(() => provider.issue(fake as never));
      expect(error.code).toMatch(/^(grant\.|input\.wrong-kind$)/);
    }
    expect(await errorOf(() => provider.issue(forged as never))).toMatchObject({
      code: "input.wrong-kind",
      message: expect.stringContaining("copy of a translation"),
      cure: expect.stringContaining("the very object"),
    });
  });

  it("cannot be changed after it was compared", () => {
    const moved = translate(twinSource, { from: twinAdapter, to: provider, now });
    expect(notFrozenIn(moved)).toEqual([]);
  });
});

describe("a provider that mints by request", () => {
  const context = { adapter: toyAdapter, tenant: undefined, method: "request", now } as const;

  it("takes a grant, without claims that only the vendor can write", () => {
    const { native, report } = readMintable(grantInput(), context);
    expect(native.properties).toEqual({ room: "standup", iat: now, exp: now + 3600 });
    expect(report).toEqual([]);
  });

  it("takes a translation for an adapter as well as one for itself", () => {
    const forAdapter = translate(twinSource, { from: twinAdapter, to: toyAdapter, now });
    expect(readMintable(forAdapter, context)).toEqual({ native: forAdapter.native, report: forAdapter.report });
    const target = { adapter: toyAdapter, tenant, method: "request" } as const;
    const forItself = translate(twinSource, { from: twinAdapter, to: target, now });
    expect(readMintable(forItself, { ...context, tenant }).native).toBe(forItself.native);
    expect(() => readMintable(forItself, { ...context, tenant: "other" })).toThrow(
      expect.objectContaining({ code: "provider.settings", path: "tenant" }),
    );
  });

  it("returns what the vendor answered, trusted as freshly issued", () => {
    const native = { properties: { room: "standup", exp: now + 60 }, unknown: {}, findings: [] };
    const issued = issuedToken({ token: "TEST-ONLY-token", native, report: [] }, context);
    expect(issued).toMatchObject({ token: "TEST-ONLY-token", expiresAt: now + 60, verified: true, vendor: "toy" });
    expect(isTrusted(issued)).toBe(true);
  });
});

describe("settings that make no sense", () => {
  const falsy = [0, "", false, null, Number.NaN];

  it.each(["tenant", "clock", "keys"])("never mean the default: `%s`", async (name) => {
    for (const value of falsy)
      expect(await outcomeOf(() => toyProvider({ [name]: value }))).toBe(`provider.settings ${name}`);
  });

  it("are found when the provider is made", async () => {
    expect(await outcomeOf(() => toyProvider({ tenant: undefined as never }))).toBe("provider.settings tenant");
    expect(await outcomeOf(() => toyProvider({ keys: undefined as never }))).toBe("provider.settings keys");
    const lookAlike = { signer: ringOf(secret).signer, keys: ringOf(secret).keys } as unknown as KeyRing;
    expect(await outcomeOf(() => toyProvider({ keys: lookAlike }))).toBe("provider.settings keys");
  });

  it("include keys that the vendor's tokens are not signed with", async () => {
    const foreign = importSecret("TEST-ONLY-secret-for-a-longer-tag-which-wants-sixty-four-bytes-or-more", {
      algorithm: "HS512",
    });
    expect(await outcomeOf(() => toyProvider({ keys: new KeyRing([foreign]) }))).toBe("provider.settings keys");
    const both = new KeyRing([ringOf(secret).signer, foreign]);
    expect((await errorOf(() => toyProvider({ keys: both }))).message).toBe("Toy tokens are signed with HS256.");
  });
});
