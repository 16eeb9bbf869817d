import { describe, expect, it } from "vitest";
import { createCallerKey, createMemoryStore, digestSecret } from "../index.js";
import { guestGrant, key, makeWorld, now, secret, type World } from "../testing/world.js";

const body = { provider: "livekit", grant: guestGrant };

async function issue(world: World, authorization?: string) {
  return world.ask("POST", "/v1/tokens", body, authorization === undefined ? {} : { authorization });
}

/** What a stranger learns: everything but the id of the request. */
async function seen(answer: Response): Promise<unknown> {
  const { requestId: _, ...rest } = (await answer.json()) as Record<string, unknown>;
  const headers = Object.fromEntries(answer.headers);
  delete headers["x-request-id"];
  delete headers["ratelimit"];
  return { status: answer.status, rest, headers };
}

const strangers: readonly (string | undefined)[] = [
  undefined,
  "",
  "Bearer",
  "Bearer ",
  `Bearer  ${key}`,
  ` Bearer${key}`,
  `Basic ${key}`,
  `Bearer ${key} x`,
  `Bearer ${key}, Bearer ${key}`,
  `Bearer ${key},`,
  `Bearer alice`,
  `Bearer alice.`,
  `Bearer .${secret}`,
  `Bearer alice.${secret}.`,
  `Bearer alice.${secret}x`,
  `Bearer alice.${secret.slice(0, -1)}`,
  `Bearer Alice.${secret}`,
  `Bearer nobody.${secret}`,
  `Bearer __proto__.${secret}`,
  `Bearer constructor.${secret}`,
  `Bearer ${"a".repeat(65)}.${secret}`,
  `Bearer alice.${"a".repeat(129)}`,
  `Bearer alice.${"0".repeat(64)}`,
  `Bearer alice%2e${secret}`,
  secret,
];

describe("R1: a caller is known before anything is minted", () => {
  it("a key lets its caller in, the scheme's name in any case", async () => {
    const world = await makeWorld();
    for (const scheme of ["Bearer", "bearer", "BEARER"]) {
      expect((await issue(world, `${scheme} ${key}`)).status).toBe(200);
    }
    expect(world.minted()).toBe(3);
  });

  it("all that are nobody get one and the same 401, and no provider is called", async () => {
    const world = await makeWorld();
    const answers = [];
    for (const authorization of strangers) answers.push(await seen(await issue(world, authorization)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, rest: { code: "http.unauthorized" } });
    expect(answers[0]).toHaveProperty("headers.www-authenticate", 'Bearer realm="roompass"');
    expect(world.minted()).toBe(0);
    expect(world.audit.records.map(({ decision, reason }) => [decision, reason])).toEqual(
      strangers.map(() => ["refused", "http.unauthorized"]),
    );
  });

  it("a directory is never asked for an id of another form, and never gets a secret", async () => {
    const asked: string[] = [];
    const world = await makeWorld({
      settings: {
        callers: {
          find(id) {
            asked.push(id);
            return undefined;
          },
        },
      },
    });
    for (const authorization of strangers) await issue(world, authorization);
    expect(asked.length).toBeGreaterThan(0);
    for (const id of asked) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  it("two secrets are good while one replaces the other, until the date of the old one", async () => {
    const old = "TEST-ONLY-old-secret-0123456789";
    const digests = [{ sha256: await digestSecret(secret) }, { sha256: await digestSecret(old), notAfter: now + 10 }];
    const world = await makeWorld({ digests });
    const statuses = async () => [
      (await issue(world, `Bearer ${key}`)).status,
      (await issue(world, `Bearer alice.${old}`)).status,
    ];
    world.time = now + 9;
    expect(await statuses()).toEqual([200, 200]);
    world.time = now + 10;
    expect(await statuses()).toEqual([200, 401]);
  });

  it("a digest that is none opens nothing", async () => {
    for (const sha256 of ["", "zz", secret, "0".repeat(63)]) {
      const world = await makeWorld({ digests: [{ sha256 }] });
      expect((await issue(world, `Bearer ${key}`)).status).toBe(401);
    }
  });

  it("a directory that fails lets nobody in", async () => {
    const callers = {
      find(): never {
        throw new Error("down");
      },
    };
    const world = await makeWorld({ settings: { callers } });
    const answer = await issue(world, `Bearer ${key}`);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(world.minted()).toBe(0);
  });

  it("who fails too often is told to wait, whether the next key would be right or not", async () => {
    const limits = { anonymous: { requests: 3, seconds: 60 } };
    const world = await makeWorld({ settings: { limits, store: createMemoryStore({ clock: () => now }) } });
    const wrong = `Bearer alice.${"0".repeat(64)}`;
    const statuses = [];
    for (let index = 0; index < 5; index += 1) statuses.push((await issue(world, wrong)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await issue(world, `Bearer ${key}`)).status).toBe(200);
  });

  it("a new key has 256 random bits, is shown once and kept as a digest", async () => {
    const made = await createCallerKey("team-1");
    expect(made.key).toMatch(/^team-1\.[0-9a-f]{64}$/);
    expect(made.sha256).toBe(await digestSecret(made.key.slice("team-1.".length)));
    expect(made.sha256).not.toContain(made.key.slice(7));
    await expect(createCallerKey("a.b")).rejects.toThrow(TypeError);
  });
});
