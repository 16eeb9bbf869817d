import type { Emulator } from "../emulator/emulator.js";

/** What is used of an `http.IncomingMessage` of Node. Spelt out, so that the declarations need no types of Node. */
export interface IncomingRequest extends AsyncIterable<unknown> {
  /** The HTTP method. */
  readonly method?: string | undefined;
  /** Path and query, as sent. */
  readonly url?: string | undefined;
  /** Names and values in turn, as sent. */
  readonly rawHeaders: readonly string[];
  /** The connection, which is cut where the emulator would cut it. */
  readonly socket: { destroy(): unknown };
}

/** What is used of an `http.ServerResponse` of Node. */
export interface OutgoingResponse {
  /** Whether the client is gone. */
  readonly destroyed: boolean;
  /** Tells once that the connection is closed. */
  once(event: "close", listener: () => void): unknown;
  /** Takes a listener away again. */
  off(event: "close", listener: () => void): unknown;
  /** Begins the answer. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Sends a piece; `sent` is called when it has left. */
  write(piece: Uint8Array, sent: () => void): unknown;
  /** Ends the answer. */
  end(): unknown;
}

const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD"]);
/** No `Request` can be made of these, and no vendor has an endpoint for the method that stands in. */
const withoutRequest: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);
const standIn = "OPTIONS";

function headersOf({ rawHeaders }: IncomingRequest): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] as string, rawHeaders[index + 1] as string);
  }
  return headers;
}

function bodyOf(incoming: IncomingRequest): ReadableStream<Uint8Array> {
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

function requestOf(incoming: IncomingRequest, url: string, signal: AbortSignal): Request {
  const { method: given = "GET" } = incoming;
  const method = withoutRequest.has(given) ? standIn : given;
  const init = { method, headers: headersOf(incoming), signal };
  const body = withoutBody.has(method) ? {} : { body: bodyOf(incoming), duplex: "half" as const };
  return new Request(url, { ...init, ...body });
}

/** Sends a piece and waits until it is sent, so that a body which breaks off then breaks off there. */
function write(outgoing: OutgoingResponse, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("close", done);
    outgoing.write(piece, done);
  });
}

/** The head waits for the first piece of the body: a body that breaks at once breaks the connection. */
async function send(response: Response, outgoing: OutgoingResponse, headers: PassOptions["headers"]): Promise<void> {
  const reader = response.body?.getReader();
  let piece = await reader?.read();
  outgoing.writeHead(response.status, { ...headers, ...Object.fromEntries(response.headers) });
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

/** Where a request goes that another server passes on. */
export interface PassOptions {
  /** The address of the emulator, without a slash at the end. */
  readonly base: string;
  /** The path and query at the vendor; default those of the request. What does not begin with a slash is `/`. */
  readonly target?: string | undefined;
  /** Headers that every answer has beside the emulator's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Hands one request of a Node server to an emulator and sends what it answers. A connection that the emulator breaks is
 * broken here. Who may ask is for the server to decide: an emulator has no password.
 */
export async function passRequest(
  emulator: Emulator,
  incoming: IncomingRequest,
  outgoing: OutgoingResponse,
  { base, target = incoming.url, headers }: PassOptions,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  // The target is a path, whatever it looks like: `//host` and `http://host` do not lead elsewhere.
  const path = target?.startsWith("/") === true ? target : "/";
  try {
    await send(await emulator.fetch(requestOf(incoming, base + path, gone.signal)), outgoing, headers);
  } catch {
    // Broken on purpose, or broken: either way there is nothing left to say.
    incoming.socket.destroy();
  }
}
