import { type Entry, refused } from "../emulator/answers.js";
import type { Members } from "../emulator/model.js";
import { areScopesRead, hasRole, permissionsOf, scopeOf } from "./claims.js";

/** Somebody in a VideoSDK room. */
export interface VideosdkPerson {
  readonly claims: Members;
  readonly participantId: string;
}

export interface DoorContext {
  /** The claims of a token that is good as a token. */
  readonly claims: Members;
  readonly roomId: string;
  /** `undefined`: there is no such room. */
  readonly room: Members | undefined;
  /** The id that the client joins with; it makes one up when it is not told one, whatever the token says. */
  readonly participantId: string;
}

type Refused = Entry<never> | undefined;

/** `ask_join` goes with nothing else. */
function permissionProblem(claims: Members): Refused {
  const list = permissionsOf(claims);
  if (!list.includes("ask_join") || list.length === 1) return undefined;
  return refused(4008, "ask_join is combined with other permissions.");
}

function roomProblem({ claims, room, roomId }: DoorContext): Refused {
  if (room === undefined || roomId === "") return refused(4003, "There is no such room.");
  if (room["disabled"] === true) return refused(4052, "The room is deactivated.");
  const scope = scopeOf(claims, "roomId");
  return scope === undefined || scope === roomId ? undefined : refused(4022, "The token is for another room.");
}

function participantProblem({ claims, room, participantId }: DoorContext): Refused {
  if (participantId === "" || /\s/u.test(participantId)) return refused(4004, "The participant id is not valid.");
  const scope = scopeOf(claims, "participantId");
  if (scope !== undefined && scope !== participantId) return refused(4023, "The token is for another participant.");
  const listed = room?.["allowedParticipantIds"];
  if (!Array.isArray(listed) || listed.length === 0 || listed.includes(participantId)) return undefined;
  return refused(4025, "The room does not list this participant.", "chosen");
}

/** What the client's first call checks: the token, its role, and the room. */
export function checkRoom(context: DoorContext): Refused {
  const { claims } = context;
  const problem = permissionProblem(claims);
  if (problem !== undefined) return problem;
  return hasRole(claims, "rtc") ? roomProblem(context) : refused(4024, "The token's role is not for meetings.");
}

/** How many others are inside, and how many the account allows. */
export interface Capacity {
  readonly others: number;
  readonly maxParticipants: number | undefined;
  readonly maxSpeakers: number | undefined;
}

function fullRoom({ others, maxParticipants = Infinity, maxSpeakers = Infinity }: Capacity): Refused {
  if (others >= maxParticipants) return refused(4009, "The room has as many participants as the account allows.");
  return others >= maxSpeakers ? refused(4010, "The room has as many speakers as the account allows.") : undefined;
}

/** The check at the door of a VideoSDK room, once the token is known to be good as a token. */
export function enterVideosdk(context: DoorContext, capacity: Capacity): Entry<VideosdkPerson> {
  const problem = checkRoom(context) ?? participantProblem(context) ?? fullRoom(capacity);
  if (problem !== undefined) return problem;
  const { claims, participantId } = context;
  const person = { claims, participantId };
  const list = permissionsOf(claims);
  if (list.includes("ask_join")) {
    return { outcome: "lobby", basis: "documented", reason: "The token says to ask.", person };
  }
  if (!list.includes("allow_join")) {
    const reason = "The token has no permission to join, and nobody documents that it takes one.";
    return { outcome: "joined", basis: "chosen", reason, person };
  }
  // Without version 2 nobody documents that a scope holds, which matters only to those whom it would keep out.
  const isNamed =
    areScopesRead(claims) ||
    ((claims["roomId"] ?? context.roomId) === context.roomId &&
      (claims["participantId"] ?? participantId) === participantId);
  const basis = isNamed ? "documented" : "chosen";
  return { outcome: "joined", basis, reason: "The token is good for this room.", person };
}
