import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Emulator } from "@roompass/emulators";
import type { TokenService } from "@roompass/service";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendAnswer } from "./answer-service.js";

const prefix = "/emulators/";
const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const thisMachine: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request may be for an emulator, which has no password: not when a page led a name of its own to this machine,
 * and not when a page of another origin sent it.
 */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? "").toLowerCase();
  if (!thisMachine.has(host.replace(/:\d+$/, ""))) return false;
  const { origin } = headers;
  return origin === undefined || origin === `http://${host}`;
}

function requestFor(incoming: IncomingMessage, path: string, signal: AbortSignal): Request {
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] as string, incoming.rawHeaders[index + 1] as string);
  }
  const body = withoutBody.has(method)
    ? {}
    : { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" as const };
  return new Request(`http://127.0.0.1${path}`, { method, headers, signal, ...body });
}

/** Sends a piece and waits until it is gone, so that a body which breaks off then breaks off there. */
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

/** The head waits for the first piece of the body: a body that breaks at once breaks the connection. */
async function send(response: Response, outgoing: ServerResponse, secured: Record<string, unknown>): Promise<void> {
  const reader = response.body?.getReader();
  let piece = await reader?.read();
  const headers = { ...secured, ...Object.fromEntries(response.headers) } as Record<string, string>;
  outgoing.writeHead(response.status, headers);
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

async function pass(emulator: Emulator, path: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  const secured = reply.getHeaders();
  reply.hijack();
  try {
    await send(await emulator.fetch(requestFor(request.raw, path, gone.signal)), reply.raw, secured);
  } catch {
    // Broken on purpose, or broken: either way there is nothing left to say.
    request.raw.socket.destroy();
  }
}

/** Mounts emulators: what follows `/emulators/<vendor>` is the path at the vendor. */
export function mountEmulators(
  server: FastifyInstance,
  service: TokenService,
  emulators: ReadonlyMap<string, Emulator>,
): void {
  server.all(`${prefix}*`, async (request, reply) => {
    const target = (request.raw.url ?? "").slice(prefix.length);
    const vendor = /^[a-z]+(?=[/?]|$)/.exec(target)?.[0] ?? "";
    const emulator = emulators.get(vendor);
    const isPassed = emulator !== undefined && isFromHere(request.raw);
    if (!isPassed) {
      sendAnswer(request, reply, service.problem("http.not-found", { requestId: request.id }));
      return reply;
    }
    const rest = target.slice(vendor.length);
    await pass(emulator, rest.startsWith("/") ? rest : `/${rest}`, request, reply);
    return reply;
  });
}
