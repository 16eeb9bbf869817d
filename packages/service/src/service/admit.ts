import { authenticate } from "../auth/authenticate.js";
import type { AdmittedRequest, RequestHead, ServiceAnswer } from "../contract/token-service.js";
import { ServiceError } from "../errors/service-error.js";
import { checkBodyHeaders, checkHeaderSizes, readIdempotencyKey } from "../http/check-headers.js";
import { preflightHeaders } from "../http/cors.js";
import type { Route } from "../http/routes.js";
import { addressKey } from "../limits/address-key.js";
import { takeOne } from "../limits/rate.js";
import { audited } from "../operations/audited.js";
import { readPolicy } from "../policy/read-policy.js";
import type { Call, CallingKey } from "./call.js";
import type { ServiceContext } from "./context.js";
import { fail, finish, type RequestFrame } from "./requests.js";
import { work } from "./work.js";

/** The path as it was sent. A query belongs to no path of this service, and is where secrets end up in logs. */
function pathOf(target: string, most: number): { readonly path: string; readonly hasQuery: boolean } {
  if (target.length > most) throw new ServiceError("http.target-too-long");
  const mark = target.indexOf("?");
  return { path: mark < 0 ? target : target.slice(0, mark), hasQuery: mark >= 0 };
}

function methodsOf(route: Route): string {
  return route.method === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
}

function matches(route: Route, method: string): boolean {
  return method === route.method || (method === "HEAD" && route.method === "GET");
}

function preflight(frame: RequestFrame, head: RequestHead, route: Route): ServiceAnswer {
  const methods = methodsOf(route);
  const headers = { allow: methods, ...preflightHeaders(head, frame.context.origins, methods) };
  return finish(frame, { status: 204, body: "", headers });
}

/** One failed attempt costs one of what strangers may; who fails too often is told to wait instead. */
async function refuseStranger(frame: RequestFrame, call: Call): Promise<never> {
  const { context, peer } = call;
  frame.headers = await takeOne(context, "anonymous", addressKey(peer.address), context.limits.anonymous);
  const refused = new ServiceError("http.unauthorized", { headers: { "www-authenticate": 'Bearer realm="roompass"' } });
  await audited(call, "authenticate", async () => {
    throw refused;
  });
  throw refused;
}

/** Everything that is decided without the body, in the order of what it costs. */
async function checkAccess(
  frame: RequestFrame,
  head: RequestHead,
  route: Route,
  call: Call,
): Promise<CallingKey | undefined> {
  const { context, peer } = call;
  const { limits } = context;
  if (route.access === "open") return undefined;
  const address = addressKey(peer.address);
  if (route.access === "anonymous") {
    frame.headers = await takeOne(context, "anonymous", address, limits.anonymous);
    return undefined;
  }
  const known = await authenticate(head.header("authorization"), context.callers, call.now);
  if (known === undefined) return refuseStranger(frame, call);
  await takeOne(context, "address", address, limits.perAddress);
  const policy = readPolicy(known.caller.policy);
  frame.headers = await takeOne(context, "key", known.id, policy.rate ?? limits.perKey);
  return { id: known.id, secret: known.secret, policy };
}

async function admitChecked(
  frame: RequestFrame,
  head: RequestHead,
  routes: ReadonlyMap<string, Route>,
): Promise<ServiceAnswer | AdmittedRequest> {
  const { context } = frame;
  const { path, hasQuery } = pathOf(head.target, context.limits.targetCharacters);
  const route = routes.get(path);
  if (route === undefined) throw new ServiceError("http.not-found");
  frame.route = route.name;
  checkHeaderSizes(head, context.limits.headerCharacters);
  if (head.method === "OPTIONS") return preflight(frame, head, route);
  if (!matches(route, head.method)) {
    throw new ServiceError("http.method-not-allowed", { headers: { allow: methodsOf(route) } });
  }
  if (hasQuery && route.access !== "open") throw new ServiceError("http.bad-request", { path: "query" });
  const maxBytes = route.method === "POST" ? context.limits.bodyBytes : 0;
  if (route.method === "POST") checkBodyHeaders(head, maxBytes);
  const now = context.clock();
  const started: Call = {
    context,
    requestId: frame.requestId,
    peer: head.peer,
    now,
    key: undefined,
    idempotencyKey: undefined,
    body: undefined,
  };
  const key = await checkAccess(frame, head, route, started);
  const idempotencyKey = route.name === "/v1/tokens" ? readIdempotencyKey(head) : undefined;
  const call: Call = { ...started, key, idempotencyKey };
  if (route.access === "open") return finish(frame, await route.handle(call));
  return { maxBytes, answer: (body) => work(frame, route, call, maxBytes === 0 ? undefined : body) };
}

/** Admits one request or answers it. Never rejects. */
export async function admit(
  context: ServiceContext,
  routes: ReadonlyMap<string, Route>,
  head: RequestHead,
): Promise<ServiceAnswer | AdmittedRequest> {
  const frame: RequestFrame = {
    context,
    requestId: requestIdOf(head.peer.requestId),
    method: head.method,
    origin: head.header("origin"),
    startedAt: context.monotonicMilliseconds(),
    route: "unknown",
    headers: {},
  };
  try {
    return await admitChecked(frame, head, routes);
  } catch (error) {
    return fail(frame, error);
  }
}

/** The server's own id, if it is one that can stand in a header. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && /^[\x21-\x7e]{1,128}$/.test(given) ? given : crypto.randomUUID();
}
