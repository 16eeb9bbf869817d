import type { TokenService } from "@roompass/service";
import type { FastifyInstance } from "fastify";
import { sendAnswer } from "./answer-service.js";
import type { IsProxy } from "./proxies.js";

/** What the nearest of several proxies said. */
function lastOf(header: string | string[]): string {
  return String(header).split(",").at(-1)?.trim().toLowerCase() ?? "";
}

/**
 * R27: what a trusted proxy received over plain http is refused and not redirected: its key has been seen by whoever
 * listened, and a redirect would let that go on unnoticed. Where no proxy is trusted, nobody can say so.
 */
export function requireHttps(server: FastifyInstance, service: TokenService, isProxy: IsProxy): void {
  server.addHook("onRequest", (request, reply, done) => {
    const said = request.headers["x-forwarded-proto"];
    if (said === undefined || lastOf(said) === "https" || !isProxy(request.raw.socket.remoteAddress)) {
      done();
      return;
    }
    request.log.warn({ requestId: request.id }, "a request came over plain http; its key should be replaced");
    sendAnswer(request, reply, service.problem("http.https-required", { requestId: request.id }));
  });
}
