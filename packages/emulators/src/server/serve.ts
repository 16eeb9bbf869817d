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
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  /** Ends open requests, hanging ones too, and frees the port. May be called again. */
  readonly close: () => Promise<void>;
}

const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const mostHeaderBytes = 32_768;

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
    // What is too much stays unread: the answer is sent, and then the connection ends.
    cancel: () => undefined,
  });
}

function requestOf(incoming: IncomingMessage, base: string, signal: AbortSignal): Request {
  const method = incoming.method ?? "GET";
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
  const server = createServer({ maxHeaderSize: mostHeaderBytes }, (incoming, outgoing) => {
    if (!isExpected(incoming, emulator, isOpen)) outgoing.writeHead(421, { "content-length": 0 }).end();
    else void serveOne(emulator, base, incoming, outgoing);
  });
  const address = await listen(server, port, host);
  base = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  let closing: Promise<void> | undefined;
  return Object.freeze({
    url: base,
    port: address.port,
    fetch: (url: string | URL, init?: RequestInit) => {
      const { pathname, search } = new URL(url);
      return fetch(base + pathname + search, init);
    },
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  });
}
