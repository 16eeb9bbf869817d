// A plain static server, as anybody has one, with the headers that the README asks for.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { securityHeaders } from "../../security-headers.ts";
import { dist } from "./paths.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface StaticServer {
  /** Where the page is: under a path of its own, so that nothing in it may count on being at the top. */
  readonly url: string;
  /** Every path that was asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const folder = "/some/where/";

export async function startStaticServer(): Promise<StaticServer> {
  const requests: string[] = [];
  const server: Server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(pathname);
    const name = pathname === folder ? "index.html" : pathname.slice(folder.length);
    const file = join(dist, normalize(name));
    if (!pathname.startsWith(folder) || !file.startsWith(dist) || !existsSync(file)) {
      answer.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    answer.writeHead(200, { ...securityHeaders, "content-type": type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${folder}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
