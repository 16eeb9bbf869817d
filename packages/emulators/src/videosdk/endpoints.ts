import type { CallContext, Members } from "../emulator/model.js";
import { AnswerError, answer } from "../http/answer.js";
import { readBody } from "../http/read-body.js";
import { signToken, type TokenKey } from "../token/compact-token.js";
import { type Account, checkToken } from "./account.js";
import { hasRole } from "./claims.js";
import { checkRoom } from "./door.js";
import type { VideosdkRoom, VideosdkRooms } from "./rooms.js";
import type { Sessions } from "./sessions.js";

/** The project as its endpoints see it. */
export interface VideosdkService {
  readonly account: Account;
  /** The key that new tokens are signed with, for the call that needs no secret. */
  readonly firstKey: TokenKey;
  /** Whether the public API key alone gets tokens. */
  readonly hasPrebuiltTokens: boolean;
  readonly rooms: VideosdkRooms;
  readonly sessions: Sessions;
}

export const base = "https://api.videosdk.live";

export function fail(statusCode: number, error: string): never {
  throw new AnswerError(statusCode, { statusCode, error });
}

/** The server API takes a token as it is, without `Bearer`. */
export async function authorize(request: Request, { account }: VideosdkService, { now }: CallContext): Promise<void> {
  const token = request.headers.get("authorization") ?? "";
  if (token === "")
    fail(401, "Please login to continue!. Token not provided inside https request headers 'authorization'");
  const check = await checkToken(account, token, now);
  if ("code" in check) fail(401, check.code === 4002 ? "Token is invalid or expired" : "Please login to continue!");
  else if (!hasRole(check.claims, "crawler")) fail(403, "The token's role is not for the server API");
}

const tooLarge = "The body is too large.";

export async function bodyOf(request: Request, { account }: VideosdkService): Promise<Members> {
  const read = await readBody(request, account.world.limits.bodyBytes);
  if ("body" in read) return read.body;
  return read.problem === "too large" ? fail(413, tooLarge) : fail(400, "The body is not a JSON object.");
}

function show(room: VideosdkRoom): Members {
  const { roomId } = room;
  const links = { get_room: `${base}/v2/rooms/${roomId}`, get_session: `${base}/v2/sessions/` };
  return { ...room, links };
}

/** One page of a list; pages are counted from one. */
export function page(all: readonly Members[], query: URLSearchParams): Response {
  const whole = (name: string, fallback: number, most: number): number => {
    const text = query.get(name);
    return text !== null && /^\d{1,6}$/.test(text) ? Math.min(Math.max(Number(text), 1), most) : fallback;
  };
  const perPage = whole("perPage", 20, 100);
  const currentPage = whole("page", 1, 100_000);
  const lastPage = Math.max(1, Math.ceil(all.length / perPage));
  const data = all.slice((currentPage - 1) * perPage, currentPage * perPage);
  return answer({ pageInfo: { currentPage, perPage, lastPage, total: all.length }, data });
}

export async function createRoom(request: Request, service: VideosdkService): Promise<Response> {
  const made = service.rooms.create(await bodyOf(request, service));
  return "problem" in made ? fail(400, made.problem) : answer(show(made.room));
}

export function listRooms({ rooms }: VideosdkService, query: URLSearchParams): Response {
  const wanted = query.get("query");
  const found = wanted === null ? rooms.all() : [rooms.find(wanted)].filter((room) => room !== undefined);
  return page(found.map(show), query);
}

export function validateRoom({ rooms }: VideosdkService, id: string): Response {
  const room = rooms.find(id);
  return room === undefined ? fail(400, "Room not found.") : answer(show(room));
}

export function fetchRoom({ rooms }: VideosdkService, id: string): Response {
  const room = rooms.find(id);
  return room === undefined ? fail(404, "Room not found.") : answer(show(room));
}

/** Knows rooms by their own id only. */
export async function deactivateRoom(request: Request, service: VideosdkService): Promise<Response> {
  const { roomId } = await bodyOf(request, service);
  const room = typeof roomId === "string" ? service.rooms.get(roomId) : undefined;
  return room === undefined ? fail(402, "Room not found.") : answer(show(service.rooms.disable(room)));
}

/**
 * The first call of a client that joins: the token in the header, the room in the body. The client looks for a code in
 * every refusal, so a body that cannot be read is one that names no room.
 */
export async function initConfig(request: Request, service: VideosdkService, context: CallContext): Promise<Response> {
  const read = await readBody(request, service.account.world.limits.bodyBytes);
  const token = request.headers.get("authorization") ?? undefined;
  const check = await checkToken(service.account, token, context.now);
  if ("code" in check) return answer({ error: check.reason, code: check.code }, 401);
  if ("problem" in read && read.problem === "too large") return answer({ error: tooLarge, code: 4003 }, 413);
  const { roomId } = "body" in read ? read.body : {};
  const wanted = typeof roomId === "string" ? roomId : "";
  const room = service.rooms.get(wanted);
  const problem = checkRoom({ claims: check.claims, roomId: wanted, room, participantId: "any" });
  if (problem !== undefined) return answer({ error: problem.reason, code: problem.code }, 403);
  return answer({ roomId: wanted });
}

/** The endpoint of the vendor's prebuilt page: the public API key alone gets a token with any permissions. */
export async function prebuiltToken(
  request: Request,
  service: VideosdkService,
  { now, tamper }: CallContext,
): Promise<Response> {
  const { apiKey, permissions } = await bodyOf(request, service);
  const { account } = service;
  if (!service.hasPrebuiltTokens || apiKey !== account.apiKey || account.state !== "active") {
    return fail(401, "Please login to continue!");
  }
  if (!Array.isArray(permissions) || permissions.some((item) => typeof item !== "string")) {
    return fail(400, "permissions is not a list of texts.");
  }
  const wider = tamper === "wider-token" ? ["allow_join", "allow_mod"] : permissions;
  const scope = tamper === "other-room-token" ? { version: 2, roomId: "not-your-room" } : {};
  const claims = { apikey: apiKey, permissions: wider, ...scope, iat: now, exp: now + 86_400 };
  return answer({ token: await signToken(claims, service.firstKey) });
}
