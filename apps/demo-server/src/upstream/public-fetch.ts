import { lookup as systemLookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest, type RequestOptions } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import type { FetchLike } from "@roompass/core/kit";
import { isPublicAddress } from "./public-address.js";

/** A request that was not made, or has no answer. Says nothing of the address, whose query may hold a key. */
export class UpstreamFailure extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = "UpstreamFailure";
    this.code = code;
  }
}

export interface PublicFetchOptions {
  /** Default the system's. */
  readonly lookup?: LookupFunction;
  /** Default: whether it can be a vendor's on the internet. */
  readonly isAllowed?: (address: string) => boolean;
  /** Default `node:https`'s. */
  readonly request?: typeof httpsRequest;
  /** Default 2000. */
  readonly connectMilliseconds?: number;
}

const refused = new UpstreamFailure("The vendor's name leads to no address on the internet.", "EADDRNOTAVAIL");

/** Judges the address that is connected to, and not one that was looked up before. */
function guard(lookup: LookupFunction, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 4);
      const all = Array.isArray(found) ? found : [];
      const [first] = all;
      // One bad address among good ones is reason enough: it would be tried at some time.
      if (first === undefined || !all.every(({ address }) => isAllowed(address))) return callback(refused, "", 4);
      if (options.all === true) return callback(null, all);
      return callback(null, first.address, first.family);
    });
  };
}

function failureOf(error: unknown): UpstreamFailure {
  if (error instanceof UpstreamFailure) return error;
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  const known = typeof code === "string" && /^[A-Z_0-9]{1,40}$/.test(code) ? code : "unknown";
  return new UpstreamFailure("The vendor cannot be reached.", name === "AbortError" ? "ABORT_ERR" : known);
}

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] as string, message.rawHeaders[index + 1] as string);
  }
  const status = message.statusCode ?? 502;
  if (withoutBody.has(status)) message.resume();
  const body = withoutBody.has(status) ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

/** Gives up when no connection stands in time; what happens on it later is for others to limit. */
function limitConnecting(request: ReturnType<typeof httpsRequest>, milliseconds: number): void {
  request.once("socket", (socket) => {
    if (!socket.connecting) return;
    const late = new UpstreamFailure("The vendor cannot be reached in time.", "UND_ERR_CONNECT_TIMEOUT");
    const timer = setTimeout(() => request.destroy(late), milliseconds);
    for (const event of ["secureConnect", "connect", "close"]) socket.once(event, () => clearTimeout(timer));
  });
}

/**
 * A `fetch` for vendors on the internet and for nothing else: https only, names only, no redirect, and no connection to an
 * address of this machine or of the networks around it, whatever the name's server answers and whenever it changes its mind.
 */
export function createPublicFetch(options: PublicFetchOptions = {}): FetchLike {
  const { isAllowed = isPublicAddress, request = httpsRequest, connectMilliseconds = 2000 } = options;
  const lookup = guard(options.lookup ?? (systemLookup as LookupFunction), isAllowed);
  const agent = request === httpsRequest ? new Agent({ keepAlive: true, maxSockets: 128 }) : undefined;

  return async (url, init) => {
    const target = URL.canParse(url) ? new URL(url) : undefined;
    const name = target?.hostname.replace(/^\[|\]$/g, "") ?? "";
    const isGood = target?.username === "" && (request !== httpsRequest || target.protocol === "https:");
    if (target === undefined || !isGood || isIP(name) !== 0) throw refused;
    const settings: RequestOptions = {
      method: init.method,
      headers: init.headers,
      signal: init.signal,
      lookup,
      ...(agent === undefined ? {} : { agent }),
    };
    return await new Promise<Response>((resolve, reject) => {
      const outgoing = request(target, settings, (message) =>
        // A redirect as well: it is an answer, and nobody follows it.
        resolve(responseOf(message)),
      );
      limitConnecting(outgoing, connectMilliseconds);
      outgoing.once("error", (error) => reject(failureOf(error)));
      outgoing.end(init.body);
    });
  };
}
