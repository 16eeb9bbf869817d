import type { TokenService } from "@roompass/service";
import fastify, { type FastifyInstance, LogController } from "fastify";
import { createMetricsGuard } from "../metrics/metrics-door.js";
import { createServiceHandler, sendAnswer } from "./answer-service.js";
import { mountEmulators } from "./emulator-door.js";
import { fixedHeaders } from "./fixed-headers.js";
import { OpenRequests } from "./open-requests.js";
import { guardAgainstOverload } from "./overload.js";
import { servePage } from "./page.js";
import { createClientErrorHandler, createErrorHandler } from "./problems.js";
import { createProxyList } from "./proxies.js";
import { createRequestIds } from "./request-ids.js";
import { logRequests } from "./request-log.js";
import { requireHttps } from "./secure-transport.js";
import type { ServerParts } from "./server-parts.js";

/** A server that does not listen yet. */
export interface DemoServer {
  readonly fastify: FastifyInstance;
  readonly open: OpenRequests;
  /** From now on every answer ends its connection, so that clients go elsewhere. */
  leave(): void;
}

const headerBytes = 16_384;
const headersMilliseconds = 5000;
const keepAliveMilliseconds = 10_000;
const checkMilliseconds = 1000;

function makeFastify({ service, logger, trustedProxies, limits }: ServerParts): FastifyInstance {
  const handleError = createErrorHandler(service);
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Each line that needs it names its request.
    childLoggerFactory: (parent) => parent,
    genReqId: createRequestIds(),
    requestIdHeader: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    exposeHeadRoutes: false,
    // Requests that arrive while the server is leaving were sent before their clients could know.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    keepAliveTimeout: keepAliveMilliseconds,
    requestTimeout: headersMilliseconds + limits.bodyMilliseconds,
    http: {
      maxHeaderSize: headerBytes,
      headersTimeout: headersMilliseconds,
      connectionsCheckingInterval: checkMilliseconds,
      // Node would answer by itself, in a form of its own; it is refused below.
      requireHostHeader: false,
    },
    frameworkErrors: handleError,
    clientErrorHandler: createClientErrorHandler(service),
  }) as unknown as FastifyInstance;
  server.setErrorHandler(handleError);
  // Bodies are read where it is known how long they may be; nothing here parses, converts or drops anything.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, _payload, done) => done(null));
  return server;
}

function serveMetrics(server: FastifyInstance, service: TokenService, door: ServerParts["metricsDoor"]): void {
  if (door === undefined) return;
  const isKey = createMetricsGuard(door.key);
  server.get("/metrics", async (request, reply) => {
    if (!isKey(request.headers.authorization)) {
      // Who has no key does not learn that there is something to have it for.
      sendAnswer(request, reply, service.problem("http.not-found", { requestId: request.id }));
      return reply;
    }
    const headers = { "content-type": door.registry.contentType, "cache-control": "no-store" };
    return reply.headers(headers).send(await door.registry.metrics());
  });
}

/** The HTTP server around a token service. */
export async function createServer(parts: ServerParts): Promise<DemoServer> {
  const { service, limits, metrics } = parts;
  const server = makeFastify(parts);
  const open = new OpenRequests();
  let isLeaving = false;

  const headers = fixedHeaders();
  server.addHook("onRequest", (_request, reply, done) => {
    // Set below Fastify, where everything that answers may set its own over them.
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
  logRequests(server);
  server.addHook("onRequest", (request, reply, done) => {
    // What checks whether this is alive may well speak HTTP/1.0, which knows no Host.
    if (request.headers.host === undefined && request.raw.httpVersion !== "1.0") {
      // Who breaks the protocol once is not listened to further, as with what cannot be read at all.
      reply.header("connection", "close");
      sendAnswer(request, reply, service.problem("http.bad-request", { requestId: request.id }));
      return;
    }
    if (isLeaving) reply.header("connection", "close");
    done();
  });
  guardAgainstOverload(server, { service, metrics, limits, open });
  if (parts.trustedProxies.length > 0) requireHttps(server, service, createProxyList(parts.trustedProxies));

  const answer = createServiceHandler(service, limits.bodyMilliseconds);
  serveMetrics(server, service, parts.metricsDoor);
  mountEmulators(server, service, parts.emulators);
  await servePage(server, parts.pageFolder);
  // Everything else is the service's, by the target as it was sent, errors included.
  server.all("/*", answer);
  server.setNotFoundHandler(answer);

  return {
    fastify: server,
    open,
    leave() {
      isLeaving = true;
    },
  };
}
