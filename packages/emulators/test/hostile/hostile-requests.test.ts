// Over real HTTP, whatever is sent: a defined answer in the vendor's form, nothing breaks, and nobody without a key gets
// a token or sees a secret.
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createEmulator, type Vendor, vendors } from "../../src/index.js";
import { raw } from "../../src/testing/raw.js";
import { countingBytes, now, onTheWire } from "../over-http.js";
import { room, secret } from "./account.js";
import { parse, problemOf } from "./forms.js";
import { anyRequest } from "./generate.js";

const start = (vendor: Vendor) =>
  onTheWire(
    createEmulator({
      ...{ vendor, clock: () => now, randomBytes: countingBytes(), rooms: { [room]: {} }, limits: { rooms: 50 } },
      ...{ apiKey: vendor === "videosdk" ? "TEST-ONLY-project" : secret, secret, secretKey: secret, appName: "app" },
    }),
  );

describe.each(vendors)("%s", (vendor) => {
  it("answers 400 requests that nobody should send", async () => {
    const written = ["log", "warn", "error", "info"].map((name) => vi.spyOn(console, name as "log"));
    const wire = await start(vendor);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ bytesFor, breaksOff, ...sent }) => {
        const text = await raw(wire.port, bytesFor(vendor), breaksOff);
        if (breaksOff && text === "") return;
        const { status } = parse(text);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(problemOf(vendor, text, sent)).toBe(undefined);
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
    for (const spy of written) spy.mockRestore();
    console.log(
      vendor,
      [...statuses]
        .sort()
        .map((entry) => entry.join(": "))
        .join(", "),
    );
    expect([...statuses.keys()].filter((status) => status >= 400).length).toBeGreaterThan(3);
    expect((await wire.fetch("http://x/")).status).toBe(404);
  });

  it("is found by its own names, and by no spelling of them", async () => {
    const { port, emulator } = await start(vendor);
    const ask = async (host: string) =>
      parse(await raw(port, `GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).status;
    const own = ["localhost", "LocalHost:1", `127.0.0.1:${port}`, "[::1]", new URL(emulator.baseUrl).host];
    for (const host of own) expect([host, await ask(host)]).toEqual([host, 404]);
    const others = [
      ...["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "api.daily.co.evil.example", "", ":80"],
      ...["localhost.", "127.1", "127.0.0.01", "0x7f000001", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]", "[::]"],
      ...[
        "localhost@evil.example",
        "localhost:80@evil.example",
        "localhost:80:80",
        "localhost,evil.example",
        "metered.live",
      ],
      ...[
        "evil.example/localhost",
        "evil.example#localhost",
        "%6cocalhost",
        "localhost%00",
        "\u00fcocalhost",
        "x".repeat(9000),
      ],
    ];
    for (const host of others) expect([host, [400, 421].includes(await ask(host))]).toEqual([host, true]);
  });

  it("takes orders from programs, and from no page of another site", async () => {
    const { url, port } = await start(vendor);
    const order = (name: string, origin?: string) =>
      fetch(`${url}/__emulator/${name}`, {
        method: "POST",
        headers: { "content-type": "text/plain", ...(origin === undefined ? {} : { origin }) },
        body: name === "faults" ? '{"faults":["server-error"],"requests":1}' : `{"room":"${room}"}`,
      });
    for (const origin of ["https://evil.example", "null", "", `http://localhost:${port}`, `${url}.evil.example`]) {
      for (const name of ["faults", "join", "allows"]) {
        const answer = await order(name, origin);
        expect([origin, name, answer.status]).toEqual([origin, name, 403]);
        expect(await answer.json()).toMatchObject({ code: "forbidden" });
      }
    }
    expect((await fetch(url)).status).toBe(404);
    expect((await order("faults", url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(500);
    expect((await order("join")).status).toBe(200);
  });

  it("answers while others dawdle, and reads no more than it has to", async () => {
    const wire = await start(vendor);
    const head = "POST /__emulator/join HTTP/1.1\r\nhost: localhost\r\n";
    const slow = [head, "POST", `${head}content-length: 9\r\n\r\n{`, `${head}transfer-encoding: chunked\r\n\r\n1\r\n`];
    const ends = Array.from({ length: 40 }, (_, index) => raw(wire.port, slow[index % slow.length] as string));
    const endless = connect(wire.port, "127.0.0.1");
    endless.on("error", () => undefined);
    endless.write(`${head}transfer-encoding: chunked\r\n\r\n`);
    const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const answered = new Promise<string>((resolve) => endless.once("data", (bytes) => resolve(String(bytes))));
    // As fast as it is read, until there is an answer.
    const send = (): boolean => endless.write(piece, () => endless.destroyed || send());
    send();
    expect(await answered).toMatch(/^HTTP\/1\.1 400 /);
    expect(endless.bytesWritten).toBeLessThan(16 * 1024 * 1024);
    expect((await wire.fetch("http://x/")).status).toBe(404);
    endless.destroy();
    await wire.close();
    await Promise.all(ends);
  });
});
