// Requests that somebody would send who means no good. Each ends in a problem, none mints, and nothing of them comes back.
import { describe, expect, it } from "vitest";
import { evilTexts, type Hostile, hostileRequests, marker } from "./testing/hostile-requests.js";
import { guestGrant, key, makeWorld, type World } from "./testing/world.js";

const authorization = `Bearer ${key}`;
const good = { provider: "livekit", grant: guestGrant };

/** What is harmless after all: said here one by one, so that nothing else gets through. */
const harmless: ReadonlySet<string> = new Set(["notBefore is 0", "rights is {}", "stay is {}", "path /v1/tokens?"]);

async function send(
  world: World,
  { method = "POST", path = "/v1/tokens", body, headers = {} }: Hostile,
): Promise<Response> {
  return world.ask(method, path, body, { authorization, ...headers });
}

const roomy = { perKey: { requests: 9999, seconds: 1 }, anonymous: { requests: 9999, seconds: 1 } };

describe(`${hostileRequests.length} hostile requests`, () => {
  it("are at least 300, all different", () => {
    expect(new Set(hostileRequests.map((one) => JSON.stringify(one))).size).toBe(hostileRequests.length);
    expect(hostileRequests.length).toBeGreaterThanOrEqual(300);
  });

  it("all end in a problem, mint nothing, repeat nothing, and break nothing", async () => {
    const world = await makeWorld({ settings: { limits: roomy } });
    const passed: string[] = [];
    for (const hostile of hostileRequests.filter(({ name }) => !harmless.has(name))) {
      const before = world.errors.length;
      const answer = await send(world, hostile).catch((error: unknown) => {
        // What the platform itself does not send is not sent.
        if (error instanceof TypeError) return undefined;
        throw error;
      });
      if (answer === undefined) continue;
      const text = await answer.text();
      if (answer.status < 400 || answer.status >= 500) {
        passed.push(`${hostile.name}: ${answer.status}`);
        continue;
      }
      expect(answer.headers.get("content-type"), hostile.name).toBe("application/problem+json");
      expect(text.includes(marker), hostile.name).toBe(false);
      expect(text, hostile.name).not.toMatch(/\bat .*\.(ts|js)\b|node_modules|Error:/);
      expect(world.errors.length, hostile.name).toBe(before);
    }
    expect(passed).toEqual([]);
    expect(world.minted()).toBe(0);
    expect((await world.post("/v1/tokens", good)).status).toBe(200);
  });

  it("neither do their tokens, at every door that takes one", async () => {
    const world = await makeWorld({ policy: { trustUnverified: true }, settings: { limits: roomy } });
    const issued = (await (await world.post("/v1/tokens", good)).json()) as { readonly token: string };
    const [header, payload, signature] = issued.token.split(".") as [string, string, string];
    const none = btoa('{"alg":"none"}').replaceAll("=", "");
    const tokens = [
      ...evilTexts,
      ...[
        ".",
        "..",
        "...",
        ".".repeat(10_000),
        "e30.e30.e30",
        `${header}.${payload}.`,
        `${header}.${payload}`,
        `${none}.${payload}.`,
      ],
      ...[
        `${header}.${payload}.${signature}=`,
        `${header}.${payload}.${signature}\n`,
        `${issued.token}.x`,
        `${issued.token} `,
      ],
      ...[
        `${header}.${"A".repeat(10_000)}.${signature}`,
        `{"payload":"${payload}"}`,
        `Bearer ${issued.token}`,
        "ey".repeat(4000),
      ],
    ];
    for (const token of tokens) {
      for (const [path, rest] of [
        ["/v1/tokens/verify", { provider: "livekit" }],
        ["/v1/translate", { from: "livekit", to: "daily", sign: true }],
      ] as const) {
        const answer = await world.post(path, { token, ...rest });
        expect({ path, token: token.slice(0, 30), status: answer.status }).toMatchObject({
          status: expect.toSatisfy((s) => s === 400 || s === 422),
        });
      }
      const inspected = await world.ask("POST", "/v1/tokens/inspect", { token });
      expect([200, 400, 422]).toContain(inspected.status);
    }
    expect([world.minted(), world.errors]).toEqual([1, []]);
  });
});
