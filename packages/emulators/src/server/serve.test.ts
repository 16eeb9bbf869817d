import { afterEach, describe, expect, it } from "vitest";
import { raw } from "../testing/raw.js";
import { now, world } from "../testing/world.js";
import { type RunningEmulator, startEmulator } from "./start-emulator.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const running: RunningEmulator[] = [];
const start = async (options: object = {}): Promise<RunningEmulator> => {
  const started = await startEmulator({ vendor: "daily", ...world, apiKey, ...options });
  running.push(started);
  return started;
};
const headers = { authorization: `Bearer ${apiKey}` };

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

describe("the server", () => {
  it("listens on this machine only, on a port that is free", async () => {
    const [one, two] = [await start(), await start()];
    expect(one.url).toBe(`http://127.0.0.1:${one.port}`);
    expect(one.port).not.toBe(two.port);
    expect((await fetch(`${one.url}/v1/`, { headers })).status).toBe(200);
  });

  it("says that a port is taken", async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: "settings" });
  });

  it("passes bodies on, and reads no more of them than the limit", async () => {
    const { url } = await start();
    const post = (body: string) => fetch(`${url}/v1/rooms`, { method: "POST", headers, body });
    expect((await post(JSON.stringify({ name: "hello" }))).status).toBe(200);
    expect((await post(JSON.stringify({ name: "x".repeat(1_000_000) }))).status).toBe(413);
    expect((await post("{}")).status).toBe(200);
  });

  it("takes every target for a path", async () => {
    const { port } = await start();
    for (const target of ["//other.example/v1/", "http://other.example/v1/", "*"]) {
      const answer = await raw(port, `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    }
  });

  it("knows itself and the vendor by name, and no other name that leads here", async () => {
    const { port } = await start();
    const ask = async (host: string) => {
      const answer = await raw(port, `GET /v1/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
      return answer.split(" ")[1];
    };
    for (const host of ["localhost", `127.0.0.1:${port}`, "[::1]:80", "api.daily.co"])
      expect(await ask(host)).toBe("400");
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.nip.example", "x"]) {
      expect(await ask(host)).toBe("421");
    }
  });

  it("tells whoever comes by another name which ones there are", async () => {
    const { port } = await start();
    const answer = await raw(port, "GET / HTTP/1.1\r\nhost: my-machine\r\nconnection: close\r\n\r\n");
    expect(answer).toContain('"code":"unknown-host"');
    expect(answer).toContain("localhost, 127.0.0.1, [::1], api.daily.co");
    expect(answer).not.toContain("my-machine");
  });

  it("stands in for the platform's fetch, whatever host is named", async () => {
    const { fetch: toHere } = await start();
    const body = '{"name":"hello"}';
    const asked = new Request("https://api.daily.co/v1/rooms?a=b", { method: "POST", headers, body });
    expect(await (await toHere(asked)).json()).toMatchObject({ name: "hello" });
    expect((await toHere(new URL("https://api.daily.co/v1/rooms/hello"), { headers })).status).toBe(200);
  });

  it("ends with requests that hang, twice if need be", async () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { url, close } = await start({ sleep: async () => arrive() });
    const hanging = fetch(`${url}/v1/`, { headers: { ...headers, "x-emulator-fault": "latency=1,hang" } });
    const refused = expect(hanging).rejects.toThrow();
    await arrived;
    await Promise.all([close(), close()]);
    await refused;
    await expect(fetch(`${url}/v1/`)).rejects.toThrow();
  });

  it("breaks connections: before the head, and within the body", async () => {
    const { port } = await start();
    const ask = (fault: string) =>
      raw(
        port,
        `GET /v1/ HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${apiKey}\r\nx-emulator-fault: ${fault}\r\n\r\n`,
      );
    expect(await ask("reset")).toBe("");
    const half = await ask("half-body");
    expect(half).toMatch(/^HTTP\/1\.1 200 /);
    expect(half).toContain('{"domain_name"');
    expect(half).not.toContain('"config":{}}');
  });

  it("keeps questions off the vendor's paths", async () => {
    const { url } = await start({ rooms: { hello: {} } });
    const answer = await fetch(`${url}/__emulator/join`, {
      method: "POST",
      body: JSON.stringify({ room: "hello", at: now }),
    });
    expect(await answer.json()).toMatchObject({ outcome: "joined" });
  });
});
