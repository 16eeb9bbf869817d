import { createServer, request as httpRequest, type RequestListener } from "node:http";
import type { request as httpsRequest } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { isPublicAddress } from "./public-address.js";
import { createPublicFetch } from "./public-fetch.js";

const init = () => ({ method: "POST", headers: {}, body: "x", redirect: "error", signal: undefined }) as never;

const answering =
  (...addresses: readonly string[]): LookupFunction =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://vendor.example:${(server.address() as AddressInfo).port}/token?secretKey=TEST-ONLY-canary`;
}

/** Reaches a server of the test, in plain http. */
const reaching = createPublicFetch({
  lookup: answering("127.0.0.1"),
  isAllowed: () => true,
  request: httpRequest as typeof httpsRequest,
});

describe("R14: a fetch for vendors on the internet", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "ff02::1",
    "localhost",
    "",
  ])("takes %s for no vendor's address", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1", "::ffff:1.1.1.1"])("takes %s for one", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([[["127.0.0.1"]], [["1.1.1.1", "10.0.0.1"]], [["::ffff:169.254.169.254"]], [[]]])(
    "connects to nobody when a name leads to %j",
    async (addresses) => {
      const fetch = createPublicFetch({ lookup: answering(...addresses) });
      await expect(fetch("https://api.vendor.example/x?secretKey=TEST-ONLY-canary", init())).rejects.toMatchObject({
        code: "EADDRNOTAVAIL",
        message: expect.not.stringContaining("canary"),
      });
    },
  );

  it.each([
    "http://vendor.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://user@vendor.example/",
    "ftp://vendor.example/",
    "not an address",
  ])("does not even look up %s", async (url) => {
    const fetch = createPublicFetch({
      lookup: () => {
        throw new Error("looked up");
      },
    });
    await expect(fetch(url, init())).rejects.toMatchObject({ name: "UpstreamFailure" });
  });

  it("gives status, headers and body", async () => {
    const url = await serve((request, response) => {
      response.writeHead(429, { "retry-after": "3" });
      request.pipe(response);
    });
    const answer = await reaching(url, init());
    expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([429, "3", "x"]);
  });

  it("R13: follows no redirect", async () => {
    let calls = 0;
    const url = await serve((_request, response) => {
      calls += 1;
      response.writeHead(302, { location: "http://elsewhere.example/" }).end();
    });
    expect((await reaching(url, init())).status).toBe(302);
    expect(calls).toBe(1);
  });

  it("says nothing of the address when the connection breaks", async () => {
    const url = await serve((request) => request.socket.destroy());
    await expect(reaching(url, init())).rejects.toMatchObject({
      code: "ECONNRESET",
      message: expect.not.stringContaining("canary"),
    });
  });
});
