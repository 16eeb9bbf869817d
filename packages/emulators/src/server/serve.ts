import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "../emulator/emulator.js";
import { EmulatorError } from "../emulator/errors.js";

export interface ServeOptions {
  /** Default 0: any port that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. Another address lets other machines in: whoever reaches an emulator controls it. */
  readonly host?: string;
}

export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:49152`. */
  readonly url: string;
  readonly port: number;
  /** A `fetch` that sends every request here, whatever host it names: for clients whose addresses are fixed. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Ends open requests, hanging ones too, and frees the port. May be called again. */
  readonly close: () => Promise<void>;
}

const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD"]);
/** No `Request` can be made of these, and no vendor has an endpoint for the method that stands in. */
const withoutRequest: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);
const standIn = "OPTIONS";

/** A request has to arrive within these, however slowly it is sent: a caller who dawdles holds nothing for long. */
const limits = { maxHeaderSize: 32_768, headersTimeout: 10_000, requestTimeout: 30_000 } as const;
const mostConnections = 1000;

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] as string, rawHeaders[index + 1] as string);
  }
  return headers;
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value as Uint8Array));
    },
    // What is too much stays unread; whoever goes on sending is cut off when the time for a request is over.
    cancel: () => undefined,
  });
}

function requestOf(incoming: IncomingMessage, base: string, signal: AbortSignal): Request {
  const { method: given = "GET" } = incoming;
  const method = withoutRequest.has(given) ? standIn : given;
  // The target is a path, whatever it looks like: `//host` and `http://host` do not lead elsewhere.
  const path = incoming.url?.startsWith("/") === true ? incoming.url : "/";
  const init = { method, headers: headersOf(incoming), signal };
  const body = withoutBody.has(method) ? {} : { body: bodyOf(incoming), duplex: "half" as const };
  return new Request(base + path, { ...init, ...body });
}

/** Sends a piece and waits until it is sent, so that a body which breaks off then breaks off there. */
function write(outgoing: ServerResponse, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("close", done);
    outgoing.write(piece, done);
  });
}

/** Sends an answer. The head waits for the first piece of the body: a body that breaks at once breaks the connection. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const reader = response.body?.getReader();
  let piece = await reader?.read();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  while (reader !== undefined && piece !== undefined && piece.done !== true) {
    if (outgoing.destroyed) {
      await reader.cancel();
      return;
    }
    await write(outgoing, piece.value);
    piece = await reader.read();
  }
  outgoing.end();
}

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

async function serveOne(
  emulator: Emulator,
  base: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    await send(await emulator.fetch(requestOf(incoming, base, gone.signal)), outgoing);
  } catch {
    // Broken on purpose, or broken: either way there is nothing left to say.
    incoming.socket.destroy();
  }
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
    else void serveOne(emulator, base, incoming, outgoing);
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
