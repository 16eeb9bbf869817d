import { describe, expect, it } from "vitest";
import { digestSecret } from "../index.js";
import { guestGrant, key, makeWorld, secret } from "../testing/world.js";

const authorization = `Bearer ${key}`;
const body = { provider: "livekit", grant: guestGrant };

async function code(answer: Response): Promise<unknown> {
  return [answer.status, ((await answer.json()) as { readonly code: string }).code];
}

describe("R4: everything that comes in has a limit", () => {
  it("a body of 16 KB is read, one byte more is not, whatever its length was said to be", async () => {
    const world = await makeWorld();
    const filled = (length: number): string => {
      const text = JSON.stringify(body);
      return text + " ".repeat(length - text.length);
    };
    expect((await world.post("/v1/tokens", filled(16_384))).status).toBe(200);
    expect(await code(await world.post("/v1/tokens", filled(16_385)))).toEqual([413, "http.body-too-large"]);
    const head = { method: "POST", target: "/v1/tokens", peer: { address: "192.0.2.1" } };
    const headers: Record<string, string> = {
      authorization,
      "content-type": "application/json",
      "content-length": "10",
    };
    const admitted = await world.service.admit({ ...head, header: (name) => headers[name] });
    if (!("answer" in admitted)) throw new Error("not admitted");
    expect(admitted.maxBytes).toBe(16_384);
    expect((await admitted.answer(new TextEncoder().encode(filled(16_385)))).status).toBe(413);
    expect(world.minted()).toBe(1);
  });

  it("a body without an end is read one byte beyond the limit and no further", async () => {
    const world = await makeWorld();
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1000).fill(32));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { authorization, "content-type": "application/json" };
    const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
    const answer = await world.service.fetch(new Request("http://service.example/v1/tokens", init));
    expect(await code(answer)).toEqual([413, "http.body-too-large"]);
    expect(pulled).toBeLessThan(20);
  });

  it("a body that breaks off is answered, and nothing is minted", async () => {
    const world = await makeWorld();
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error("gone"));
      },
    });
    const headers = { authorization, "content-type": "application/json" };
    const init = { method: "POST", headers, body: broken, duplex: "half" } as RequestInit;
    const answer = await world.service.fetch(new Request("http://service.example/v1/tokens", init));
    expect(await code(answer)).toEqual([400, "http.bad-request"]);
    expect(world.minted()).toBe(0);
  });

  it.each<[string, Record<string, string>, number]>([
    ["a length that is too much", { "content-length": "16385" }, 413],
    ["a length that is none", { "content-length": "1e3" }, 400],
    ["two lengths", { "content-length": "10, 20" }, 400],
    ["a negative length", { "content-length": "-1" }, 400],
    ["a huge key", { authorization: `Bearer ${"a".repeat(1100)}` }, 431],
    ["a huge idempotency key", { "idempotency-key": "k".repeat(1100) }, 431],
    ["an idempotency key with blanks", { "idempotency-key": "a b" }, 400],
  ])("%s is refused before the body is read", async (_name, given, status) => {
    const world = await makeWorld();
    const headers: Record<string, string> = { authorization, "content-type": "application/json", ...given };
    const answer = await world.service.admit({
      method: "POST",
      target: "/v1/tokens",
      header: (name) => headers[name],
      peer: { address: "192.0.2.1" },
    });
    expect("answer" in answer ? 0 : answer.status).toBe(status);
  });

  it("an address that is too long is refused", async () => {
    const world = await makeWorld();
    expect(await code(await world.ask("GET", `/${"a".repeat(1024)}`))).toEqual([414, "http.target-too-long"]);
  });

  it("JSON that is too deep, has too many members or a field that is too long is refused", async () => {
    const world = await makeWorld();
    const deep = `{"provider":"livekit","grant":${"[".repeat(20)}${"]".repeat(20)}}`;
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${index}`, 1])));
    const long = { ...body, grant: { ...guestGrant, room: `team-${"x".repeat(1024)}` } };
    expect(await code(await world.post("/v1/tokens", deep))).toEqual([400, "http.bad-json"]);
    expect(await code(await world.post("/v1/tokens", wide))).toEqual([400, "http.bad-json"]);
    expect(await code(await world.post("/v1/tokens", long))).toEqual([400, "http.invalid"]);
  });
});

describe("R5: input is taken as it is, or not at all", () => {
  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/json; charset=utf-8; x=y",
    "application/jsonp",
    "application/json, text/plain",
    "application/problem+json",
    "",
  ])("a content type of %j is not JSON", async (type) => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", body, { "content-type": type });
    expect(await code(answer)).toEqual([415, "http.unsupported-media-type"]);
  });

  it.each([
    "application/json",
    "Application/JSON",
    "application/json;charset=utf-8",
    'application/json; charset="UTF-8"',
  ])("a content type of %j is", async (type) => {
    const world = await makeWorld();
    expect((await world.post("/v1/tokens", body, { "content-type": type })).status).toBe(200);
  });

  it.each(["gzip", "br", "deflate", "gzip, identity"])("a body in %s is not read", async (encoding) => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", body, { "content-encoding": encoding });
    expect(await code(answer)).toEqual([415, "http.unsupported-media-type"]);
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["half of it", '{"provider":'],
    ["two values", "{}{}"],
    ["a byte order mark", '\uFEFF{"provider":"livekit"}'],
    ["a name twice", '{"provider":"daily","provider":"livekit"}'],
    ["a name twice, once escaped", '{"provider":"daily","pro\\u0076ider":"livekit"}'],
    ["a prototype", '{"__proto__":{"sign":true}}'],
    ["a number beyond 2^53", '{"provider":9007199254740993}'],
    ["a number without an end", '{"provider":1e999}'],
    ["NaN", '{"provider":NaN}'],
    ["a comment", '{"provider":"daily"/**/}'],
    ["a comma too many", '{"provider":"daily",}'],
  ])("a body with %s is no strict JSON", async (_name, text) => {
    const world = await makeWorld();
    expect(await code(await world.post("/v1/tokens", text))).toEqual([400, "http.bad-json"]);
  });

  it("a body that is no UTF-8 is no strict JSON", async () => {
    const world = await makeWorld();
    const bytes = new Uint8Array([...new TextEncoder().encode('{"provider":"'), 0xff, 0x22, 0x7d]);
    const headers = { authorization, "content-type": "application/json" };
    const request = new Request("http://service.example/v1/tokens", { method: "POST", headers, body: bytes });
    expect(await code(await world.service.fetch(request))).toEqual([400, "http.bad-json"]);
  });

  it.each<[string, unknown, string]>([
    ["a member too many", { ...body, sign: true }, ""],
    ["a misspelt member", { ...body, grant: { ...guestGrant, rihgts: {} } }, "grant"],
    ["a text for a number", { ...body, grant: { ...guestGrant, expiresIn: "900" } }, "grant.expiresIn"],
    ["a number for a text", { ...body, grant: { ...guestGrant, room: 1 } }, "grant.room"],
    [
      "a text for a flag",
      { ...body, grant: { ...guestGrant, rights: { moderate: "false" } } },
      "grant.rights.moderate",
    ],
    ["null for nothing", { ...body, grant: { ...guestGrant, rights: null } }, "grant.rights"],
    ["a list for an object", { ...body, grant: [] }, "grant"],
    ["a fraction of a second", { ...body, grant: { ...guestGrant, notBefore: 1.5 } }, "grant.notBefore"],
    ["no provider", { grant: guestGrant }, "provider"],
    ["a provider's name with more in it", { ...body, provider: "daily/../metered" }, "provider"],
    ["a list", [], ""],
    ["null", null, ""],
  ])("%s is refused, and its place told", async (_name, given, path) => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", given === null ? "null" : given);
    const problem = (await answer.json()) as { code: string; errors: { path: string }[] };
    expect([answer.status, problem.code, problem.errors[0]?.path]).toEqual([400, "http.invalid", path]);
    expect(world.minted()).toBe(0);
  });

  it("a misspelt member is helped with, without repeating it", async () => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", { ...body, grant: { ...guestGrant, rihgts: {} } });
    const text = await answer.text();
    expect(text).toContain("Did you mean `rights`?");
    expect(text).not.toContain("rihgts");
  });
});

describe("R6: whatever goes wrong is a problem", () => {
  it.each<[string, string, number]>([
    ["GET", "/", 404],
    ["GET", "/v1", 404],
    ["GET", "/v1/tokens/", 404],
    ["GET", "/V1/tokens", 404],
    ["GET", "/v1//tokens", 404],
    ["GET", "/v1/%74okens", 404],
    ["GET", "/v1/tokens%00", 404],
    ["GET", "/v1/tokens;a=b", 404],
    ["GET", "/metrics", 404],
    ["GET", "/constructor", 404],
    ["GET", "/__proto__", 404],
    ["GET", "/v1/tokens", 405],
    ["PUT", "/v1/tokens", 405],
    ["POST", "/livez", 405],
    ["DELETE", "/v1/providers", 405],
    ["GET", "/v1/providers?key=x", 400],
  ])("%s %s is answered with %i", async (method, path, status) => {
    const world = await makeWorld();
    const answer = await world.ask(method, path, undefined, { authorization });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    if (status === 405) expect(answer.headers.get("allow")).toMatch(/^(GET, HEAD|POST), OPTIONS$/);
  });

  it("every code is an anchor of the page that its type points to", async () => {
    const world = await makeWorld();
    const page = await (await world.ask("GET", "/docs/errors")).text();
    const answer = (await (await world.ask("GET", "/nothing")).json()) as { readonly type: string };
    expect(answer.type).toBe("/docs/errors#http.not-found");
    expect(page).toContain('<tr id="http.not-found">');
    expect(page).toContain('<tr id="grant.invalid">');
  });

  it("a bug shows nothing of itself, and is told to the operator", async () => {
    const callers = { find: async () => ({ secretDigests: [{ sha256: await digestSecret(secret) }] }) as never };
    const world = await makeWorld({ settings: { callers } });
    const answer = await world.post("/v1/tokens", body);
    const text = await answer.text();
    expect([answer.status, /stack|Error|\.ts/.test(text)]).toEqual([500, false]);
    expect(world.errors.length).toBe(1);
  });

  it("what a server in front has to say has the same form", async () => {
    const world = await makeWorld({ settings: { origins: ["https://app.example"] } });
    const answer = world.service.problem("http.stopping", {
      requestId: "r-1",
      retryAfterSeconds: 5,
      origin: "https://app.example",
    });
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json",
      "retry-after": "5",
      "x-request-id": "r-1",
      "access-control-allow-origin": "https://app.example",
    });
    expect(JSON.parse(answer.body)).toMatchObject({ code: "http.stopping", requestId: "r-1", status: 503 });
  });
});
