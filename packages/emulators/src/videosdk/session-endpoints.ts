import type { Members } from "../emulator/model.js";
import { answer } from "../http/answer.js";
import { bodyOf, fail, page, type VideosdkService } from "./endpoints.js";

export function listSessions({ sessions, rooms }: VideosdkService, query: URLSearchParams): Response {
  const wanted = query.get("roomId") ?? query.get("customRoomId") ?? query.get("query");
  const status = query.get("status");
  const roomId = wanted === null ? undefined : (rooms.find(wanted)?.roomId ?? wanted);
  const all = sessions.list({ ...(roomId === undefined ? {} : { roomId }), ...(status === null ? {} : { status }) });
  return page(all, query);
}

export function fetchSession({ sessions }: VideosdkService, id: string): Response {
  const session = sessions.find(id);
  return session === undefined ? fail(404, "Session not found.") : answer(session);
}

/** The list stands inside the session that it is of. */
export function listParticipants(service: VideosdkService, id: string, onlyInside: boolean): Response {
  const participants = service.sessions.participantsOf(id, onlyInside);
  const session = service.sessions.find(id);
  if (participants === undefined || session === undefined) return fail(404, "Session not found.");
  const pageInfo = {
    currentPage: 1,
    perPage: Math.max(participants.length, 1),
    lastPage: 1,
    total: participants.length,
  };
  return answer({ pageInfo, data: { ...session, participants } });
}

export function fetchParticipant({ sessions }: VideosdkService, id: string, participantId: string): Response {
  const found = sessions.participantsOf(id, false)?.find((one) => one["participantId"] === participantId);
  return found === undefined ? fail(404, "Participant not found.") : answer(found);
}

/** The room that is meant: by its id, by that of its session, or by both where they agree. */
function roomIn({ sessions }: VideosdkService, { roomId, sessionId }: Members): string | undefined {
  if (sessionId === undefined) return typeof roomId === "string" ? roomId : undefined;
  const room = typeof sessionId === "string" ? sessions.find(sessionId)?.["roomId"] : undefined;
  return typeof room === "string" && (roomId === undefined || roomId === room) ? room : undefined;
}

export async function endSession(request: Request, service: VideosdkService): Promise<Response> {
  const body = await bodyOf(request, service);
  const room = body["roomId"] === undefined ? undefined : roomIn(service, body);
  const ended = room === undefined ? undefined : service.sessions.end(room);
  return ended === undefined ? fail(402, "No active session found.") : answer(ended);
}

export async function removeParticipant(request: Request, service: VideosdkService): Promise<Response> {
  const body = await bodyOf(request, service);
  const { participantId } = body;
  const room = roomIn(service, body);
  const isRemoved =
    room !== undefined && typeof participantId === "string" && service.sessions.remove(room, participantId);
  return isRemoved ? answer("Participant removed successfully.") : fail(402, "No such participant is inside.");
}
