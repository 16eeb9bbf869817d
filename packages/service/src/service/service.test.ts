import { describe, expect, it } from "vitest";
import { createMemoryStore, createTokenService, type TokenServiceSettings } from "../index.js";
import { guestGrant, key, makeWorld, now } from "../testing/world.js";

const authorization = `Bearer ${key}`;
const body = { provider: "daily", grant: guestGrant };

describe("R18: nothing is minted by a wrong clock", () => {
  it.each([now - 1001, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1.5])("%s mints nothing", async (time) => {
    const world = await makeWorld({ settings: { store: createMemoryStore({ clock: () => now }) } });
    world.time = time;
    expect((await world.post("/v1/tokens", body)).status).toBe(503);
    expect(world.minted()).toBe(0);
  });

  it("the moment of building is the first that mints", async () => {
    const world = await makeWorld();
    world.time = now - 1000;
    expect((await world.post("/v1/tokens", body)).status).toBe(200);
  });

  it("verifying forgives 30 seconds and minting none", async () => {
    const world = await makeWorld();
    const { token } = (await (await world.post("/v1/tokens", body)).json()) as { readonly token: string };
    const verified = async (time: number) => {
      world.time = time;
      return (await world.post("/v1/tokens/verify", { provider: "daily", token })).status;
    };
    expect(await verified(now + 900 + 29)).toBe(200);
    expect(await verified(now + 900 + 30)).toBe(422);
    expect(await verified(now - 30)).toBe(200);
    expect(await verified(now - 31)).toBe(422);
    world.time = now;
    const late = { ...body, grant: { ...guestGrant, expiresIn: undefined, expiresAt: now } };
    expect((await world.post("/v1/tokens", late)).status).toBe(400);
  });

  it("a clock that jumps back an hour lets nobody in for longer", async () => {
    const world = await makeWorld();
    await world.post("/v1/tokens", body);
    world.time = now - 900;
    const { expiresAt } = (await (await world.post("/v1/tokens", body)).json()) as { readonly expiresAt: number };
    expect(expiresAt).toBe(now);
  });
});

describe("R19: pages of other origins get nothing unless they are listed, to the letter", () => {
  const origins = ["https://app.example", "http://localhost:5173"];

  it.each([
    "null",
    "https://app.example.evil",
    "https://evil-app.example",
    "https://app.example:443",
    "https://app.example:8443",
    "http://app.example",
    "https://APP.example",
    "https://app.example/",
    "https://app.exampl",
    "*",
    "",
  ])("%j is a stranger", async (origin) => {
    const world = await makeWorld({ settings: { origins } });
    const answer = await world.post("/v1/tokens", body, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("vary")).toBe("origin");
    const asked = { origin, "access-control-request-method": "POST" };
    const preflight = await world.ask("OPTIONS", "/v1/tokens", undefined, asked);
    expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  it.each(origins)("%s is listed, and never gets credentials", async (origin) => {
    const world = await makeWorld({ settings: { origins } });
    const answer = await world.post("/v1/tokens", body, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const asked = { origin, "access-control-request-method": "POST" };
    const preflight = await world.ask("OPTIONS", "/v1/tokens", undefined, asked);
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "authorization, content-type, idempotency-key",
    });
  });

  it("without a list there is no CORS at all", async () => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", body, { origin: "https://app.example" });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-") || name === "vary")).toEqual(
      [],
    );
  });

  it.each(["*", "null", "https://app.example/", "https://app.example/x", "app.example", "https://*.example"])(
    "%j in the list is refused at the start",
    async (origin) => {
      await expect(makeWorld({ settings: { origins: [origin] } })).rejects.toThrow("origins");
    },
  );
});

describe("R20: what is answered is never kept, run or framed", () => {
  it("headers of an answer with a token", async () => {
    const world = await makeWorld();
    const { headers } = await world.post("/v1/tokens", body);
    expect(Object.fromEntries([...headers].filter(([name]) => name !== "x-request-id"))).toEqual({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "content-type": "application/json",
      "cross-origin-resource-policy": "same-origin",
      ratelimit: '"key";r=599;t=60',
      "ratelimit-policy": '"key";q=600;w=60',
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });

  it("the documentation has its own style sheet and nothing inline, from elsewhere, or that runs", async () => {
    const world = await makeWorld();
    for (const path of ["/docs", "/docs/errors"]) {
      const answer = await world.ask("GET", path);
      const html = await answer.text();
      expect(answer.headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|<iframe|<img|https?:\/\//i);
      const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link as string);
      const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
      expect(new Set(links.filter((link) => !link.startsWith("#")))).toEqual(
        new Set(path === "/docs" ? ["/docs/style.css", "/openapi.json", "/docs/errors"] : ["/docs/style.css", "/docs"]),
      );
      for (const link of links.filter((one) => one.startsWith("#"))) expect(ids).toContain(link.slice(1));
    }
    const css = await world.ask("GET", "/docs/style.css");
    expect(css.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(await css.text()).not.toMatch(/url\(|@import/);
  });
});

describe("R23: alive and ready", () => {
  const failing: TokenServiceSettings["store"] = {
    ...createMemoryStore(),
    ready: () => {
      throw new Error("redis at 10.0.0.1 is down");
    },
  };

  it("alive asks nobody", async () => {
    const world = await makeWorld({ settings: { store: failing, readiness: { vendor: () => false } } });
    world.time = 0;
    const answer = await world.ask("GET", "/livez");
    expect([answer.status, await answer.text()]).toEqual([200, '{"status":"ok"}']);
  });

  it.each<[string, Partial<TokenServiceSettings>, number]>([
    ["everything works", {}, 200],
    ["the store is down", { store: failing }, 503],
    ["a check says no", { readiness: { stopping: () => false } }, 503],
    ["a check fails", { readiness: { file: () => Promise.reject(new Error("secret path")) } }, 503],
    ["the clock is wrong", { builtAt: now + 1 }, 503],
  ])("ready when %s: %#", async (_name, settings, status) => {
    const world = await makeWorld({ settings });
    const answer = await world.ask("GET", "/readyz");
    expect([answer.status, await answer.text()]).toEqual([
      status,
      `{"status":"${status === 200 ? "ok" : "unavailable"}"}`,
    ]);
  });

  it("is told by the path alone: no header, and no name of a client, opens anything else", async () => {
    const world = await makeWorld();
    const headers = { "user-agent": "kube-probe/1.30", "x-forwarded-uri": "/livez", "x-original-url": "/livez" };
    expect((await world.ask("POST", "/v1/tokens", body, headers)).status).toBe(401);
    expect((await world.ask("GET", "/livez/../v1/providers", undefined, headers)).status).toBe(401);
    expect((await world.ask("GET", "/livez", undefined, {})).status).toBe(200);
    expect((await world.ask("HEAD", "/livez")).status).toBe(200);
  });
});

describe("settings", () => {
  it.each<[string, object]>([
    ["no providers", { providers: [] }],
    ["a setting that does not exist", { port: 1 }],
    ["no callers", { callers: {} }],
    ["no store", { store: undefined }],
    ["no audit", { audit: undefined }],
    ["a limit that does not exist", { limits: { bodySize: 1 } }],
    ["a limit of 0", { limits: { concurrency: 0 } }],
    ["a limit that is a text", { limits: { bodyBytes: "16384" } }],
    ["a rate that is a number", { limits: { perKey: 5 } }],
    ["a limit that is a rate", { limits: { queue: { requests: 1, seconds: 1 } } }],
    ["a rate without seconds", { limits: { perKey: { requests: 1 } } }],
    ["a secret of invitations that is short", { invitations: { secrets: ["short"] } }],
    ["no secrets of invitations", { invitations: { secrets: [] } }],
    ["a time of building that is none", { builtAt: "yesterday" }],
  ])("with %s are refused at the start", async (_name, settings) => {
    await expect(makeWorld({ settings: settings as Partial<TokenServiceSettings> })).rejects.toThrow();
  });

  it("two providers of one name are refused, and two tenants are not", async () => {
    const world = await makeWorld();
    expect(world.service).toBeDefined();
    const { createDaily } = await import("@roompass/daily");
    const provider = createDaily({
      apiKey: "TEST-ONLY-daily-key-0123456789abcdef",
      domainId: "11111111-2222-4333-8444-555555555555",
    });
    const rest = {
      callers: { find: () => undefined },
      store: createMemoryStore(),
      audit: { write: async () => undefined },
    };
    expect(() => createTokenService({ ...rest, providers: [{ provider }, { provider }] })).toThrow("daily");
    expect(() => createTokenService({ ...rest, providers: [{ provider }, { provider, tenant: "eu" }] })).not.toThrow();
    expect(() => createTokenService({ ...rest, providers: [{ provider, tenant: "E/U" }] })).toThrow("tenant");
  });
});

describe("what is counted", () => {
  it("has few values, however many rooms, people and paths there are", async () => {
    const world = await makeWorld({ policy: { rooms: [{ any: true }], rate: { requests: 999, seconds: 1 } } });
    const series = () => new Set(world.events.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`));
    const round = async (index: number) => {
      await world.post("/v1/tokens", {
        ...body,
        grant: { ...guestGrant, room: `room-${index}`, participant: { id: `u_${index}` } },
      });
      await world.ask("GET", `/nothing-${index}`);
      await world.ask(
        "POST",
        "/v1/tokens",
        body,
        { authorization: `Bearer caller-${index}` },
        { address: `192.0.2.${index}` },
      );
      await world.ask(`M${index}`, "/v1/tokens");
    };
    await round(0);
    const few = series();
    for (let index = 1; index < 50; index += 1) await round(index);
    expect(series()).toEqual(few);
    expect(JSON.stringify([...few])).not.toMatch(/room-|u_|192|caller-/);
  });

  it("breaks nothing when whoever counts fails", async () => {
    const broken = (): never => {
      throw new Error("no space");
    };
    const world = await makeWorld({ settings: { metrics: { count: broken, duration: broken, gauge: broken } } });
    expect((await world.post("/v1/tokens", body, { authorization })).status).toBe(200);
  });
});
