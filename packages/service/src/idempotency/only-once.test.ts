import { describe, expect, it } from "vitest";
import { createSeal } from "../crypto/seal.js";
import { createMemoryStore, digestSecret } from "../index.js";
import { key, makeWorld, now, secret, type World } from "../testing/world.js";

const body = { provider: "metered", grant: { room: "team-x", participant: { id: "u_1" }, expiresIn: 600 } };
const once = { "idempotency-key": "TEST-ONLY-order-1" };

const issue = (world: World, given: object = body, headers: Record<string, string> = once) =>
  world.post("/v1/tokens", given, headers);

async function tokenOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { readonly token: string }).token;
}

describe("R9: a request with an Idempotency-Key is carried out once", () => {
  it("of 50 at once the vendor sees one", async () => {
    const world = await makeWorld();
    const answers = await Promise.all(Array.from({ length: 50 }, () => issue(world)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(world.minted()).toBe(1);
    expect([...statuses].every((status) => status === 200 || status === 409)).toBe(true);
    const tokens = await Promise.all(answers.filter(({ status }) => status === 200).map(tokenOf));
    expect(new Set(tokens).size).toBe(1);
  });

  it("the same request gets the same answer, to the byte, and says that it is the same", async () => {
    const world = await makeWorld();
    const first = await issue(world);
    world.time = now + 5;
    const second = await issue(world);
    expect([first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(await second.text()).toBe(await first.text());
    expect(world.minted()).toBe(1);
    const [one, two] = world.audit.records;
    expect(two?.tokenDigest).toBe(one?.tokenDigest);
    expect(two?.expiresAt).toBe(one?.expiresAt);
  });

  it("another body under the same key is refused", async () => {
    const world = await makeWorld();
    await issue(world);
    const answer = await issue(world, { ...body, grant: { ...body.grant, room: "team-y" } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, "http.idempotency-reused"]);
    expect(world.minted()).toBe(1);
  });

  it("the answer is forgotten after its time", async () => {
    const world = await makeWorld();
    await issue(world);
    world.time = now + 600;
    await issue(world);
    expect(world.minted()).toBe(2);
  });

  it("an answer that somebody put in the place of another one in the store is not given", async () => {
    const kept = createMemoryStore({ clock: () => now });
    const answers: string[] = [];
    const finish: typeof kept.finish = (name, print, answer, end) => {
      answers.push(answer);
      // The second request's answer is exchanged for the first one's: another participant's token.
      return kept.finish(name, print, answers[0] as string, end);
    };
    const world = await makeWorld({ settings: { store: { ...kept, finish } } });
    const other = { ...body, grant: { ...body.grant, participant: { id: "u_2" } } };
    const otherKey = { "idempotency-key": "TEST-ONLY-order-2" };
    await issue(world);
    await issue(world, other, otherKey);
    expect((await issue(world)).status).toBe(200);
    expect((await issue(world, other, otherKey)).status).toBe(422);
    expect(world.minted()).toBe(2);
  });

  it("what failed may be tried again", async () => {
    const world = await makeWorld();
    world.metered.setFaults(["server-error"], 1);
    expect((await issue(world)).status).toBe(502);
    expect((await issue(world)).status).toBe(200);
  });

  it("what went beyond the policy is not remembered", async () => {
    const world = await makeWorld();
    expect((await issue(world, { ...body, grant: { ...body.grant, room: "other" } })).status).toBe(403);
    expect((await issue(world)).status).toBe(200);
  });

  it("without a key each request stands for itself", async () => {
    const world = await makeWorld();
    await issue(world, body, {});
    await issue(world, body, {});
    expect(world.minted()).toBe(2);
  });

  it("the store gets no token, and who reads it gets none either", async () => {
    const kept: string[] = [];
    const inner = createMemoryStore({ clock: () => now });
    const store = {
      ...inner,
      async finish(name: string, fingerprint: string, answer: string, expiresAt: number) {
        kept.push(name, fingerprint, answer);
        await inner.finish(name, fingerprint, answer, expiresAt);
      },
    };
    const world = await makeWorld({ settings: { store } });
    const token = await tokenOf(await issue(world));
    expect(kept.length).toBe(3);
    for (const text of kept) {
      expect(text).not.toContain(token.slice(0, 20));
      expect(text).not.toContain("TEST-ONLY-order-1");
      expect(text).not.toContain(secret);
    }
  });

  it("under another secret of the same caller the token is not given again, and none is made", async () => {
    const other = "TEST-ONLY-other-secret-0123456789";
    const digests = [{ sha256: await digestSecret(secret) }, { sha256: await digestSecret(other) }];
    const world = await makeWorld({ digests });
    expect((await issue(world)).status).toBe(200);
    expect((await issue(world, body, { ...once, authorization: `Bearer alice.${other}` })).status).toBe(422);
    expect((await issue(world, body, { ...once, authorization: `Bearer ${key}` })).status).toBe(200);
    expect(world.minted()).toBe(1);
  });

  it("a store that is full or down mints nothing", async () => {
    const full = await makeWorld({ settings: { store: createMemoryStore({ clock: () => now, maxIdempotency: 1 }) } });
    expect((await issue(full)).status).toBe(200);
    expect((await issue(full, body, { "idempotency-key": "second" })).status).toBe(503);
    expect(full.minted()).toBe(1);
    const begin = async (): Promise<never> => {
      throw new Error("down");
    };
    const down = await makeWorld({ settings: { store: { ...createMemoryStore(), begin } } });
    expect((await issue(down)).status).toBe(503);
    expect(down.minted()).toBe(0);
  });

  it("one caller cannot take the room of the others, and may go on when the first is over", async () => {
    const store = createMemoryStore({ clock: () => world.time, maxIdempotency: 9, maxIdempotencyPerCaller: 2 });
    const world = await makeWorld({ settings: { store } });
    const send = (name: string) => issue(world, body, { "idempotency-key": name });
    expect([(await send("1")).status, (await send("2")).status]).toEqual([200, 200]);
    const refused = await send("3");
    expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([
      429,
      "60",
      expect.objectContaining({ code: "http.rate-limited", detail: expect.stringContaining("Idempotency-Key") }),
    ]);
    expect((await send("1")).status).toBe(200);
    expect(world.minted()).toBe(2);
    expect(await store.begin("once:other", "print", now + 600, "other")).toEqual({ state: "new" });
    world.time = now + 600;
    expect((await send("3")).status).toBe(200);
  });
});

const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("what somebody else wrote into the store", () => {
  /** A world whose store answers `begin` so. */
  async function begunAs(answer: (key: string, fingerprint: string) => unknown): Promise<World> {
    const begin = async (name: string, print: string): Promise<never> => (await answer(name, print)) as never;
    return makeWorld({ settings: { store: { ...createMemoryStore({ clock: () => now }), begin } } });
  }

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["no state", {}],
    ["a state of another kind", { state: Number.NaN }],
    ["an unknown state", { state: "NEW" }],
    ["a list", ["new"]],
    ["a text", "new"],
    ["full", { state: "full" }],
  ])("%s for a state mints nothing, and the operator hears of it", async (_name, state) => {
    const world = await begunAs(() => state);
    const answer = await issue(world);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, "http.unavailable"]);
    expect([world.minted(), world.errors.length]).toEqual([0, 1]);
  });

  it.each<[string, unknown]>([
    ["no text", 5],
    ["nothing", undefined],
    ["deeply nested JSON", deep(100_000)],
    ["many dots", ".".repeat(100_000)],
    ["not a number", "NaN"],
  ])("%s for an answer is not given, and none is made", async (_name, answer) => {
    const world = await begunAs(() => ({ state: "finished", answer }));
    expect((await issue(world)).status).toBe(422);
    expect(world.minted()).toBe(0);
  });

  it.each<[string, string]>([
    ["deeply nested JSON", deep(100_000)],
    ["no JSON", '{"token":NaN}'],
    ["a token that is none", '{"token":5,"grant":{"purpose":["participant"],"room":"a"}}'],
    ["no grant", '{"token":"a.b.c"}'],
    ["a deeply nested grant", `{"token":"a.b.c","grant":{"purpose":["participant"],"room":${deep(100_000)}}}`],
    ["null", "null"],
  ])("%s, closed with the caller's own secret, is no answer either", async (_name, text) => {
    const world = await begunAs(async (name, print) => {
      const seal = await createSeal(secret, `${name} ${print}`);
      return { state: "finished", answer: await seal.close(text) };
    });
    expect((await issue(world)).status).toBe(503);
    expect(world.minted()).toBe(0);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a truth that is none", { allowed: "yes", remaining: 1, resetSeconds: 1 }],
    ["no number of those that are left", { allowed: true, remaining: Number.NaN, resetSeconds: 1 }],
    ["no end", { allowed: true, remaining: 1, resetSeconds: Number.POSITIVE_INFINITY }],
    ["a negative number", { allowed: false, remaining: -1, resetSeconds: 1 }],
  ])("%s for a verdict lets nobody through", async (_name, verdict) => {
    const take = async (): Promise<never> => verdict as never;
    const world = await makeWorld({ settings: { store: { ...createMemoryStore(), take } } });
    const answer = await issue(world);
    expect([answer.status, answer.headers.get("ratelimit")]).toEqual([503, null]);
    expect(world.minted()).toBe(0);
  });
});
