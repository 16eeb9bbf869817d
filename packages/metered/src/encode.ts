import type { Encoded, EncodeProblem, EncodeRequest, Grant, RoomScope } from "@roompass/core/adapter";
import { type Draft, firstMilliseconds } from "@roompass/core/kit";
import { adminProblems, chooseAdmin } from "./admin-option.js";
import { pickExtensions, readExtensions } from "./extensions.js";
import { metaOf } from "./metadata.js";
import type { MeteredProperties } from "./properties.js";

type Properties = Draft<MeteredProperties>;
type Residue = Readonly<Record<string, unknown>>;

const renameTheRoom = { where: "policy", setting: "rooms.map" } as const;
const nameTheRoom = { where: "policy", setting: "narrow.room" } as const;

/**
 * Never neither field, since that makes a token for every room. Where the scope cannot be said, `globalToken: false`
 * stands alone: the one form that opens nothing which anybody documents.
 */
function encodeRoom(room: RoomScope, residue: Residue, draft: Properties, problems: EncodeProblem[]): void {
  if (typeof room === "string") {
    draft.roomName = room;
    // Beside a name `false` says nothing new; `true` would contradict it and is never written.
    if (residue["globalToken"] === false) draft.globalToken = false;
    if (room !== "" && !/[\s/?#]/u.test(room)) return;
    const fault = room.includes("/")
      ? "The room is an address; a Metered token takes the room's name."
      : "The room's name has white space, `?` or `#`; Metered's names are URL-friendly.";
    problems.push({
      path: "room",
      code: "grant.invalid",
      message: room === "" ? "The room's name is empty." : fault,
      cure: "Use the name that the room has at Metered: of an address the last part alone.",
      remedy: room === "" ? nameTheRoom : renameTheRoom,
    });
    return;
  }
  const unclear = residue["globalToken"] === false;
  draft.globalToken = "any" in room && !unclear;
  if (draft.globalToken) return;
  problems.push({
    path: "room",
    code: unclear ? "grant.invalid" : "grant.unsupported",
    message: unclear
      ? "Where the source is good is not known: it says `globalToken: false` and names no room."
      : "A Metered token is good for one room or for every room of the app, not for a list or a pattern.",
    cure: "Name one room, or issue one token a room.",
    remedy: nameTheRoom,
  });
}

function checkTime(path: "expiresAt" | "notBefore", seconds: number, problems: EncodeProblem[]): void {
  if (Number.isSafeInteger(seconds) && seconds > 0 && seconds < firstMilliseconds) return;
  problems.push({
    path,
    code: "grant.invalid",
    message: `\`${path}\` is not a positive integer of unix seconds.`,
    cure: "Give unix seconds, not milliseconds and no fraction.",
  });
}

function encodeTimes({ expiresAt, notBefore, stay }: Grant, draft: Properties, problems: EncodeProblem[]): void {
  if (expiresAt === undefined) {
    problems.push({
      path: "expiresAt",
      code: "grant.missing",
      message: "Nothing is said about the expiry; a Metered token without one never expires.",
      cure: "Give an expiry, or say `expiresAt: null` if it shall never expire.",
      remedy: { where: "policy", setting: "narrow.expiresAt" },
    });
  } else if (expiresAt !== null) {
    draft.expireUnixSec = expiresAt;
    checkTime("expiresAt", expiresAt, problems);
  }
  // A beginning at zero restricts nothing, and what Metered makes of a zero is not documented.
  if (notBefore !== undefined && notBefore !== 0) {
    draft.notBeforeUnixSec = notBefore;
    checkTime("notBefore", notBefore, problems);
  }
  const maxSeconds = stay?.maxSeconds;
  if (maxSeconds === undefined) return;
  draft.ejectAfterElapsedTimeInSec = maxSeconds;
  if (Number.isSafeInteger(maxSeconds) && maxSeconds > 0) return;
  problems.push({
    path: "stay.maxSeconds",
    code: "grant.invalid",
    message: "The longest stay is not a positive integer of seconds; what Metered makes of others is not documented.",
    cure: "Give a positive integer of seconds, or leave it out for no limit.",
  });
}

function encodeParticipant(
  { participant = {}, start = {} }: Grant,
  draft: Properties,
  problems: EncodeProblem[],
): void {
  const { id, name, email, metadata } = participant;
  if (id !== undefined) draft.externalUserId = id;
  if (name !== undefined) draft.name = name;
  if (email !== undefined) draft.email = email;
  if (metadata !== undefined) encodeMetadata(metadata, draft, problems);
  if (start.camera !== undefined) draft.joinVideoOn = start.camera === "on";
  if (start.microphone !== undefined) draft.joinAudioOn = start.microphone === "on";
}

function encodeMetadata(metadata: unknown, draft: Properties, problems: EncodeProblem[]): void {
  const meta = metaOf(metadata);
  if (meta !== undefined) {
    draft.meta = meta;
    return;
  }
  problems.push({
    path: "participant.metadata",
    code: "grant.invalid",
    message: "The metadata is not JSON.",
    cure: "Give text or plain JSON.",
  });
}

function otherProblems({ grant, ceiling }: EncodeRequest): EncodeProblem[] {
  const problems: EncodeProblem[] = [];
  // A token that does both elsewhere can still join here: less of it is left, and core reports that.
  const joins = ceiling.purpose === "translate" && grant.purpose.includes("participant");
  if (!joins && grant.purpose.includes("api")) {
    problems.push({
      path: "purpose",
      code: "grant.unsupported",
      message: "Metered's server API takes the app's secret key; no token calls it.",
      cure: "Ask for the purpose `participant` only.",
    });
  }
  if (grant.entry === "ask" || ceiling.entry === "ask") {
    problems.push({
      path: "entry",
      code: "grant.unsupported",
      message: "Everybody with a Metered token walks in. Instead, issue no token: a lobby guest has none.",
      cure: "Let the guest join the private room without a token and switch requests to join on; an admin inside answers.",
      remedy: { vendor: "metered", where: "room", setting: "enableRequestToJoin", value: true },
    });
  }
  return problems;
}

/** What a token has beyond what can be asked for; of no use in a request. */
function encodeAdded({ grant, residue = {}, method }: EncodeRequest, draft: Properties): void {
  if (method === "request") {
    delete draft.meteredParticipantId;
    return;
  }
  // A time beside `data` is kept only while it says the same as the grant.
  if (typeof residue["exp"] === "number" && residue["exp"] === grant.expiresAt) draft.exp = residue["exp"];
  if (typeof residue["nbf"] === "number" && residue["nbf"] === grant.notBefore) draft.nbf = residue["nbf"];
}

/** The Metered token for a grant. `isAdmin` comes from the ceiling alone, everything else from the grant. */
export function encode(request: EncodeRequest): Encoded<MeteredProperties> {
  const { grant, ceiling, residue = {}, unknown = {}, issuance = {} } = request;
  const extensions = readExtensions(grant);
  const problems: EncodeProblem[] = [...otherProblems(request)];
  const draft: Properties = { ...pickExtensions(residue), ...extensions.fields };
  encodeRoom(grant.room, residue, draft, problems);
  encodeTimes(grant, draft, problems);
  encodeParticipant(grant, draft, problems);
  const isAdmin = chooseAdmin(ceiling, request.room);
  if (isAdmin !== undefined) draft.isAdmin = isAdmin;
  encodeAdded(request, draft);
  if (issuance.tenant !== undefined) draft.appName = issuance.tenant;
  if (issuance.issuedAt !== undefined) draft.iat = issuance.issuedAt;
  problems.push(...adminProblems(ceiling, grant), ...extensions.problems);
  return { native: { properties: draft, unknown, findings: [] }, problems };
}
