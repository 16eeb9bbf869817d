import type { CallContext, Members } from "../emulator/model.js";
import { randomUuid } from "../emulator/random.js";
import type { World } from "../emulator/settings.js";
import { AnswerError, answer } from "../http/answer.js";
import { plainPath } from "../http/plain-path.js";
import { readBody } from "../http/read-body.js";
import { readToken, signToken, type TokenKey } from "../token/compact-token.js";
import type { SecretText } from "../token/secret-text.js";
import type { MeteredRooms, RoomOutcome } from "./rooms.js";
import { type TokenBody, tokenBodySchema } from "./token-body.js";

/** The app as its endpoints see it. */
export interface MeteredService {
  readonly world: World;
  readonly appName: string;
  readonly secretKey: SecretText;
  /** What the vendor signs with; nobody else has it. */
  readonly ownKey: TokenKey;
  readonly rooms: MeteredRooms;
}

function fail(status: number, message: string, more: Members = {}): never {
  throw new AnswerError(status, { success: false, message, ...more });
}

async function authorize({ secretKey }: MeteredService, { query }: CallContext): Promise<void> {
  const [given = "", ...others] = query.getAll("secretKey");
  if (!(await secretKey.matches(given)) || others.length > 0) fail(401, "Invalid secretKey");
}

async function bodyOf(request: Request, { world }: MeteredService): Promise<Members> {
  const read = await readBody(request, world.limits.bodyBytes);
  if ("body" in read) return read.body;
  return fail(read.problem === "too large" ? 413 : 400, "Invalid request");
}

function readTokenBody(body: Members): TokenBody {
  const { success, data, error } = tokenBodySchema.safeParse(body);
  if (success) return data;
  const issue = error.issues[0];
  const where = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : issue?.path.join(".");
  return fail(400, "Invalid request", { error: { details: `invalid or unknown field: ${where}` } });
}

function tampered(body: TokenBody, tamper: CallContext["tamper"]): TokenBody {
  if (tamper === "other-room-token") return { ...body, roomName: `not-${body.roomName ?? "asked-for"}` };
  if (tamper !== "wider-token") return body;
  const { roomName: _room, expireUnixSec: _end, notBeforeUnixSec: _start, ...rest } = body;
  return { ...rest, globalToken: true, isAdmin: true };
}

async function createToken(request: Request, service: MeteredService, context: CallContext): Promise<Response> {
  const body = tampered(readTokenBody(await bodyOf(request, service)), context.tamper);
  const data = { ...body, appName: service.appName, meteredParticipantId: randomUuid(service.world) };
  return answer({ token: await signToken({ data, iat: context.now }, service.ownKey) });
}

/** Says whether the token is one of the vendor's and nothing else: times, app and room are the caller's to check. */
async function validateToken(request: Request, service: MeteredService): Promise<Response> {
  const { token } = await bodyOf(request, service);
  if (typeof token !== "string") return fail(400, "Invalid request");
  const claims = await readToken(token, [service.ownKey], service.world.limits.tokenCharacters);
  return claims === undefined ? fail(400, "Invalid token") : answer(claims);
}

function showOutcome(outcome: RoomOutcome): Response {
  if ("problem" in outcome) return fail(400, "Invalid request", { error: { details: outcome.problem } });
  return answer(outcome.room);
}

async function callRoom(request: Request, service: MeteredService, name: string): Promise<Response> {
  // Read first: while it comes in, the room may go.
  const body = request.method === "PUT" ? await bodyOf(request, service) : {};
  const room = service.rooms.get(name);
  // The page of DELETE has 200, 400 and 500; who reads is told what third parties were.
  if (room === undefined)
    return request.method === "DELETE" ? fail(400, "Invalid request") : fail(404, "room not found");
  if (request.method === "GET") return answer(room);
  if (request.method === "PUT") return showOutcome(service.rooms.update(name, room, body));
  service.rooms.archive(name);
  return answer({ success: true, message: "Room successfully archived" });
}

/** Answers a call of Metered's REST interface, version 1. */
export async function callMetered(request: Request, service: MeteredService, context: CallContext): Promise<Response> {
  const { method } = request;
  const path = plainPath(context.path).replace(/\/$/, "");
  if (method === "POST" && path === "api/v1/token/validate") return validateToken(request, service);
  const [, , kind, name, ...rest] = context.path;
  const isRoom = path.startsWith("api/v1/room/") && kind === "room" && name !== undefined && rest.length === 0;
  const known =
    (method === "POST" && (path === "api/v1/token" || path === "api/v1/room")) ||
    (method === "GET" && path === "api/v1/rooms") ||
    (isRoom && ["GET", "PUT", "DELETE"].includes(method));
  if (!known) return fail(404, "Not found");
  await authorize(service, context);
  if (path === "api/v1/token") return createToken(request, service, context);
  if (path === "api/v1/rooms") return answer(service.rooms.all());
  if (path === "api/v1/room") return showOutcome(service.rooms.create(await bodyOf(request, service)));
  return callRoom(request, service, name as string);
}
