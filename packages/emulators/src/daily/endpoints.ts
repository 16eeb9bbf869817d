import type { CallContext, Members } from "../emulator/model.js";
import type { World } from "../emulator/settings.js";
import { AnswerError, answer } from "../http/answer.js";
import { readBody } from "../http/read-body.js";
import { readToken, signToken, type TokenKey } from "../token/compact-token.js";
import { isOneOf, type SecretText } from "../token/secret-text.js";
import { claimsOf, type Properties, propertiesOf, propertiesSchema } from "./properties.js";
import { type DailyRoom, type DailyRooms, hasEnded, type RoomOutcome } from "./rooms.js";

/** The domain as its endpoints see it. */
export interface DailyService {
  readonly world: World;
  readonly domainId: string;
  readonly domainName: string;
  readonly domain: Members;
  readonly apiKeys: readonly SecretText[];
  /** The key that Daily itself signs with; no customer has it. */
  readonly ownKey: TokenKey;
  /** Every key whose tokens are genuine here. */
  readonly allKeys: readonly TokenKey[];
  readonly rooms: DailyRooms;
}

function fail(status: number, error: string, info?: string): never {
  throw new AnswerError(status, info === undefined ? { error } : { error, info });
}

async function authorize(request: Request, { apiKeys }: DailyService): Promise<void> {
  const key = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1]?.trim() ?? "";
  if (key === "") fail(400, "authorization-header-error", "invalid authorization header");
  if (!(await isOneOf(apiKeys, key))) fail(401, "authentication-error");
}

async function bodyOf(request: Request, { world }: DailyService): Promise<Members> {
  const read = await readBody(request, world.limits.bodyBytes);
  if ("body" in read) return read.body;
  if (read.problem === "too large") fail(413, "invalid-request-error", "the body is too large");
  if (read.problem === "no JSON") fail(400, "json-parsing-error", "the body is not JSON");
  return fail(400, "invalid-request-error", "the body is not an object");
}

function readProperties(body: Members): Properties {
  const others = Object.keys(body).filter((name) => name !== "properties");
  if (others.length > 0) fail(400, "invalid-request-error", "unknown parameter beside properties");
  const { success, data, error } = propertiesSchema.safeParse(body["properties"] ?? {});
  if (success) return data;
  const issue = error.issues[0];
  // Names of properties are told, their values are not.
  const where = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : issue?.path.join(".");
  return fail(400, "invalid-request-error", `invalid or unknown property: ${where}`);
}

/** What a fault makes of an order for a token. */
function tampered(properties: Properties, tamper: CallContext["tamper"]): Properties {
  if (tamper === "other-room-token") return { ...properties, room_name: `not-${properties.room_name ?? "asked-for"}` };
  if (tamper !== "wider-token") return properties;
  const { room_name: _room, exp: _exp, nbf: _nbf, permissions: _permissions, ...rest } = properties;
  return { ...rest, is_owner: true };
}

async function createToken(request: Request, service: DailyService, context: CallContext): Promise<Response> {
  const properties = tampered(readProperties(await bodyOf(request, service)), context.tamper);
  const claims = { ...claimsOf(properties), d: service.domainId, iat: context.now };
  return answer({ token: await signToken(claims, service.ownKey) });
}

async function validateToken(token: string, service: DailyService, context: CallContext): Promise<Response> {
  const claims = await readToken(token, service.allKeys, service.world.limits.tokenCharacters);
  if (claims === undefined || claims["d"] !== service.domainId) {
    return fail(400, "invalid-request-error", "the token is not valid for this domain");
  }
  const { exp, nbf } = claims;
  if (typeof exp === "number" && context.now >= exp) fail(400, "invalid-request-error", "the token has expired");
  const ignoreNbf = context.query.get("ignoreNbf") === "true";
  if (!ignoreNbf && typeof nbf === "number" && context.now < nbf) {
    fail(400, "invalid-request-error", "the token is not valid yet");
  }
  return answer(propertiesOf(claims));
}

function show({ domainName }: DailyService, room: DailyRoom): Members {
  const { id, name, apiCreated, privacy, createdAt, config } = room;
  const url = `https://${domainName}.daily.co/${name}`;
  return { id, name, api_created: apiCreated, privacy, url, created_at: createdAt, config };
}

function showOutcome(service: DailyService, outcome: RoomOutcome): Response {
  if ("problem" in outcome) return fail(400, "invalid-request-error", outcome.problem);
  return answer(show(service, outcome.room));
}

async function callRoom(
  request: Request,
  service: DailyService,
  context: CallContext,
  name: string,
): Promise<Response> {
  // Read first: while it comes in, the room may go.
  const body = request.method === "POST" ? await bodyOf(request, service) : {};
  const room = service.rooms.get(name);
  if (room === undefined || hasEnded(room, context.now)) {
    const isDeletedNow = request.method === "DELETE" && service.rooms.delete(name);
    const problem = { error: "not-found", info: `room ${name} not found` };
    return answer(isDeletedNow ? { ...problem, deleted: true } : problem, 404);
  }
  if (request.method === "GET") return answer(show(service, room));
  if (request.method === "POST") return showOutcome(service, service.rooms.update(room, body));
  service.rooms.delete(name);
  return answer({ deleted: true, name });
}

/** Rooms in one answer; the pages after the first are not emulated. */
const mostListed = 100;

type Handler = (request: Request, service: DailyService, context: CallContext) => Promise<Response>;

/** The endpoint for a method and a path below `/v1`; unknown paths and wrong methods are the same to Daily. */
function endpointFor(method: string, path: readonly string[]): Handler | undefined {
  const [root, name, ...rest] = path;
  if (rest.length > 0) return undefined;
  const isCollection = name === undefined || name === "";
  if (method === "GET" && (root === undefined || root === "") && isCollection) {
    return async (_request, { domainId, domainName, domain }) =>
      answer({ domain_name: domainName, domain_id: domainId, config: domain });
  }
  if (root === "meeting-tokens" && isCollection && method === "POST") return createToken;
  if (root === "meeting-tokens" && !isCollection && method === "GET") {
    return (_request, service, context) => validateToken(name, service, context);
  }
  if (root === "rooms" && isCollection && method === "POST") {
    return async (request, service) => showOutcome(service, service.rooms.create(await bodyOf(request, service)));
  }
  if (root === "rooms" && isCollection && method === "GET") {
    return async (_request, service, { now }) => {
      const rooms = service.rooms.all().filter((room) => !hasEnded(room, now));
      const data = rooms.slice(0, mostListed).map((room) => show(service, room));
      return answer({ total_count: rooms.length, data });
    };
  }
  if (root === "rooms" && !isCollection && ["GET", "POST", "DELETE"].includes(method)) {
    return (request, service, context) => callRoom(request, service, context, name);
  }
  return undefined;
}

/** Answers a call of Daily's REST interface, version 1. */
export async function callDaily(request: Request, service: DailyService, context: CallContext): Promise<Response> {
  const [version, ...path] = context.path;
  const endpoint = version === "v1" ? endpointFor(request.method, path) : undefined;
  if (endpoint === undefined) return fail(404, "not-found", "api endpoint does not exist");
  await authorize(request, service);
  return endpoint(request, service, context);
}
