import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "../emulator/emulator.js";
import { EmulatorError } from "../emulator/errors.js";
import { passRequest } from "./pass-request.js";

/** Where an emulator listens. */
export interface ServeOptions {
  /** Default 0: any port that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. Another address lets other machines in: whoever reaches an emulator controls it. */
  readonly host?: string;
}

/** Something that listens, until it is closed. */
export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The port that it has got. */
  readonly port: number;
  /** A `fetch` that sends every request here, whatever host it names: for clients whose addresses are fixed. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Ends open requests, hanging ones too, and frees the port. May be called again. */
  readonly close: () => Promise<void>;
}

/** A request has to arrive within these, however slowly it is sent: a caller who dawdles holds nothing for long. */
const limits = { maxHeaderSize: 32_768, headersTimeout: 10_000, requestTimeout: 30_000 } as const;
const mostConnections = 1000;

const thisMachine: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request may be for this server. A page in a browser that leads a name of its own to this machine is not let
 * in; names are of no matter once the operator has opened the server to others.
 */
function isExpected(incoming: IncomingMessage, emulator: Emulator, isOpen: boolean): boolean {
  if (isOpen) return true;
  const name = (incoming.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  return thisMachine.has(name) || name === new URL(emulator.baseUrl).hostname;
}

/** Whoever comes by another name is told which ones there are: the page that tries it cannot read the answer. */
function refuseName(emulator: Emulator, outgoing: ServerResponse): void {
  const names = [...thisMachine, new URL(emulator.baseUrl).hostname].join(", ");
  const message = `The emulator is here by the names ${names} only. Started with \`host\`, it goes by any name.`;
  outgoing.writeHead(421, { "content-type": "application/json; charset=utf-8" });
  outgoing.end(JSON.stringify({ code: "unknown-host", message }));
}

/** The same request to this server, whatever host it names. */
function fetchHere(base: string, input: Request | string | URL, init?: RequestInit): Promise<Response> {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  const url = base + pathname + search;
  return fetch(input instanceof Request ? new Request(url, input) : url, init);
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", () => reject(new EmulatorError("settings", `Cannot listen on port ${port} of ${host}.`)));
    server.listen({ port, host, exclusive: true }, () => resolve(server.address() as AddressInfo));
  });
}

/** Serves an emulator over HTTP. */
export async function serve(emulator: Emulator, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, host = "127.0.0.1" } = options;
  let base = "http://127.0.0.1";
  const isOpen = !["127.0.0.1", "localhost", "::1"].includes(host);
  const server = createServer(limits, (incoming, outgoing) => {
    if (!isExpected(incoming, emulator, isOpen)) refuseName(emulator, outgoing);
    else void passRequest(emulator, incoming, outgoing, { base });
  });
  server.maxConnections = mostConnections;
  server.on("connect", (_incoming, socket) => {
    socket.end("HTTP/1.1 405 Method Not Allowed\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
  });
  const address = await listen(server, port, host);
  base = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  let closing: Promise<void> | undefined;
  return Object.freeze({
    url: base,
    port: address.port,
    fetch: (input: Request | string | URL, init?: RequestInit) => fetchHere(base, input, init),
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  });
}
