import type { IncomingMessage } from "node:http";
import type { Emulator } from "@roompass/emulators";
import { passRequest } from "@roompass/emulators/node";
import type { TokenService } from "@roompass/service";
import type { FastifyInstance } from "fastify";
import { sendAnswer } from "./answer-service.js";
import { isLocalHost } from "./local-host.js";

const prefix = "/emulators/";

/**
 * Whether a request may be for an emulator, which has no password: not when a page led a name of its own to this machine,
 * and not when a page of another origin sent it.
 */
function isFromHere({ headers }: IncomingMessage): boolean {
  if (!isLocalHost(headers.host)) return false;
  const { origin } = headers;
  return origin === undefined || origin === `http://${headers.host?.toLowerCase()}`;
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
    const options = {
      base: "http://127.0.0.1",
      target: rest.startsWith("/") ? rest : `/${rest}`,
      headers: reply.getHeaders() as Record<string, string>,
    };
    reply.hijack();
    await passRequest(emulator, request.raw, reply.raw, options);
    return reply;
  });
}
