import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on this machine, which answers as a test tells it and remembers what it was asked. */
export interface Loopback {
  readonly url: string;
  readonly seen: readonly Seen[];
  answer(behaviour: Behaviour): void;
  close(): Promise<void>;
}

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

export async function startLoopback(): Promise<Loopback> {
  const seen: Seen[] = [];
  let behaviour: Behaviour = (_request, response) => response.end("{}");
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      behaviour(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer(next) {
      behaviour = next;
    },
    close: () => closing(server),
  };
}

/** Answers with this text and status. */
export const says =
  (text: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(text);
  };
