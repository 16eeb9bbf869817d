import type { RouteName } from "@roompass/service";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** What may be said about an address: never the address, whose path or query may hold a token or a key. */
const named: ReadonlySet<string> = new Set<Exclude<RouteName, "unknown">>([
  "/v1/tokens",
  "/v1/tokens/inspect",
  "/v1/tokens/verify",
  "/v1/translate",
  "/v1/invitations",
  "/v1/invitations/redeem",
  "/v1/providers",
  "/openapi.json",
  "/docs",
  "/livez",
  "/readyz",
]);

const vendors: ReadonlySet<string> = new Set(["daily", "metered", "videosdk"]);

export function routeOf({ raw, routeOptions }: FastifyRequest): string {
  const [path = ""] = (raw.url ?? "").split("?");
  if (named.has(path)) return path;
  const vendor = /^\/emulators\/([a-z]+)(?:\/|$)/.exec(path)?.[1] ?? "";
  if (vendors.has(vendor)) return `/emulators/${vendor}`;
  const template = routeOptions.url;
  return template === undefined || template.includes("*") ? "unknown" : template;
}

const quiet: ReadonlySet<string> = new Set(["/livez", "/readyz"]);

/** One line a request, when it is over. */
export function logRequests(server: FastifyInstance): void {
  server.addHook("onRequest", (request, reply, done) => {
    const { log } = request;
    const began = performance.now();
    reply.raw.once("close", () => {
      const route = routeOf(request);
      const level = quiet.has(route) ? "debug" : "info";
      log[level](
        {
          requestId: request.id,
          method: request.method,
          route,
          // Nothing was sent when the client went away first.
          status: reply.raw.headersSent ? reply.raw.statusCode : null,
          milliseconds: Math.round((performance.now() - began) * 1000) / 1000,
        },
        "request",
      );
    });
    done();
  });
}
