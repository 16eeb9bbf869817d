import type { CallContext } from "../emulator/model.js";
import { plainPath } from "../http/plain-path.js";
import {
  authorize,
  createRoom,
  deactivateRoom,
  fail,
  fetchRoom,
  initConfig,
  listRooms,
  prebuiltToken,
  type VideosdkService,
  validateRoom,
} from "./endpoints.js";
import {
  endSession,
  fetchParticipant,
  fetchSession,
  listParticipants,
  listSessions,
  removeParticipant,
} from "./session-endpoints.js";

type Answer = Response | Promise<Response>;
type Endpoint = (request: Request, service: VideosdkService, context: CallContext) => Answer;

/** Endpoints with fixed paths, for which a token in the header is enough. */
const fixed: Readonly<Record<string, Endpoint>> = {
  "POST v2/rooms": createRoom,
  "GET v2/rooms": (_request, service, { query }) => listRooms(service, query),
  "POST v2/rooms/deactivate": deactivateRoom,
  "GET v2/sessions": (_request, service, { query }) => listSessions(service, query),
  "POST v2/sessions/end": endSession,
  "POST v2/sessions/participants/remove": removeParticipant,
};

/** Endpoints that check what they are given themselves. */
const open: Readonly<Record<string, Endpoint>> = {
  "POST infra/v1/meetings/init-config": initConfig,
  "POST v1/prebuilt/token": prebuiltToken,
};

function endpointWithId(method: string, [version, kind, ...rest]: readonly string[]): Endpoint | undefined {
  if (version !== "v2" || rest.includes("")) return undefined;
  const [first = "", second, third, ...more] = rest;
  if (first === "" || more.length > 0) return undefined;
  // One list of the vendor's says POST for validating, its page and its package say GET.
  if (kind === "rooms" && first === "validate" && second !== undefined && third === undefined) {
    return method === "GET" || method === "POST" ? (_request, service) => validateRoom(service, second) : undefined;
  }
  if (method !== "GET") return undefined;
  if (kind === "rooms" && second === undefined) return (_request, service) => fetchRoom(service, first);
  if (kind !== "sessions") return undefined;
  if (second === undefined) return (_request, service) => fetchSession(service, first);
  if (second !== "participants") return undefined;
  if (third === undefined || third === "active") {
    return (_request, service) => listParticipants(service, first, third === "active");
  }
  return (_request, service) => fetchParticipant(service, first, third);
}

function own(table: Readonly<Record<string, Endpoint>>, name: string): Endpoint | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Answers a call of VideoSDK's server API, version 2, and the two calls of its clients that need a token. */
export async function callVideosdk(
  request: Request,
  service: VideosdkService,
  context: CallContext,
): Promise<Response> {
  const name = `${request.method} ${plainPath(context.path)}`;
  const unguarded = own(open, name);
  if (unguarded !== undefined) return unguarded(request, service, context);
  const endpoint = own(fixed, name) ?? endpointWithId(request.method, context.path);
  if (endpoint === undefined) return fail(404, "Not found");
  await authorize(request, service, context);
  return endpoint(request, service, context);
}
