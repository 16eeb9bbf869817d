import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { isThisMachine } from "../configuration/cross-checks.js";
import { isLocalHost } from "../server/local-host.js";

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether an `Authorization` header holds the key. Digests are compared, so that lengths are equal and time tells nothing. */
export function createMetricsGuard(key: string): (authorization: string | undefined) => boolean {
  const wanted = sha256(`Bearer ${key}`);
  return (authorization) => timingSafeEqual(sha256(authorization ?? ""), wanted);
}

/** The metrics on a port of their own, which nothing else is served on. */
export interface MetricsDoor {
  readonly url: string;
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server.address() as AddressInfo));
  });
}

/**
 * Opens the port. There is no key to it: who reaches it may read. Where only this machine does, pages in its browsers are
 * kept away by the name that they call it by; elsewhere it is called whatever its network calls it.
 *
 * @throws The system's error when the port cannot be opened.
 */
export async function openMetricsDoor(registry: Registry, port: number, host: string): Promise<MetricsDoor> {
  const isLocal = isThisMachine(host);
  const server = createServer({ requestTimeout: 5000 }, (request, response) => {
    if (isLocal && !isLocalHost(request.headers.host)) {
      response.writeHead(404, { "content-length": 0 }).end();
      return;
    }
    const path = request.url?.split("?")[0];
    if (path !== "/metrics" || request.method !== "GET") {
      response.writeHead(path === "/metrics" ? 405 : 404, { "content-length": 0 }).end();
      return;
    }
    registry.metrics().then(
      (text) =>
        response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" }).end(text),
      () => response.writeHead(500, { "content-length": 0 }).end(),
    );
  });
  const address = await listen(server, port, host);
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${shown}:${address.port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
