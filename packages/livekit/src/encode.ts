import type { Ceiling, Encoded, EncodeProblem, EncodeRequest, Grant, Remedy } from "@roompass/core/adapter";
import { chooseOption, type Draft, rememberChoice } from "@roompass/core/kit";
import { groupReaders } from "./claim-readers.js";
import { isKnownClaim } from "./claims.js";
import { readExtensions } from "./extensions.js";
import { textOfMetadata } from "./json-text.js";
import { groupNames, type LivekitGroupName, type LivekitProperties, type LivekitVideoGrant } from "./properties.js";
import { accountRightsOf, joins, purposesOf } from "./purposes.js";
import { restoreResidue } from "./residue.js";
import {
  adminOptions,
  captureOptions,
  dataOptions,
  noAdminOptions,
  noCaptureOptions,
  noDataOptions,
  noSubscribeOptions,
  publishOptions,
  subscribeOptions,
  type VideoChoice,
  type VideoOption,
  visibleOptions,
} from "./rights-options.js";

/** Where the caller says what is missing: in the grant when issuing, in the policy when translating. */
function sayIt(ceiling: Ceiling, path: string): Remedy {
  return { where: "policy", setting: ceiling.purpose === "translate" ? `narrow.${path}` : path };
}

/** Writes what the ceiling allows into LiveKit's words. Nothing is added that the grant does not say. */
export function encode(request: EncodeRequest): Encoded<LivekitProperties> {
  const { grant, ceiling, residue, unknown, issuance } = request;
  const problems: EncodeProblem[] = [];
  const properties: Draft<LivekitProperties> = {};
  if (issuance?.tenant !== undefined) properties.iss = issuance.tenant;
  encodeParticipant(grant, ceiling, properties, problems);
  if (issuance?.issuedAt !== undefined) properties.iat = issuance.issuedAt;
  encodeWindow(grant, ceiling, properties, problems);
  const video = encodeVideo(grant, ceiling, problems);
  if (Object.keys(video).length > 0) properties.video = video;
  restoreResidue(residue, properties);
  restoreResidue(readExtensions(grant.extensions, problems), properties);
  checkPurpose(grant, ceiling, properties, problems);
  return { native: { properties, unknown: keepUnknown(unknown), findings: [] }, problems };
}

function encodeParticipant(
  grant: Grant,
  ceiling: Ceiling,
  properties: Draft<LivekitProperties>,
  problems: EncodeProblem[],
): void {
  const { id, name, metadata } = grant.participant ?? {};
  if (id !== undefined) properties.sub = id;
  if (id === "" || (id === undefined && grant.purpose.includes("participant"))) {
    problems.push({
      path: "participant.id",
      code: id === "" ? "grant.invalid" : "grant.missing",
      message: "LiveKit lets nobody join without an identity.",
      cure: "Give the participant's id; it is never made up here, since a second one with the same id removes the first.",
      remedy: sayIt(ceiling, "participant.id"),
    });
  }
  if (name !== undefined) properties.name = name;
  if (metadata === undefined) return;
  const text = textOfMetadata(metadata);
  if (text !== undefined) properties.metadata = text;
  else {
    problems.push({
      path: "participant.metadata",
      code: "grant.invalid",
      message: "The metadata is not JSON.",
      cure: "Give text, or what `JSON.stringify` takes.",
    });
  }
}

function encodeWindow(
  grant: Grant,
  ceiling: Ceiling,
  properties: Draft<LivekitProperties>,
  problems: EncodeProblem[],
): void {
  if (grant.notBefore !== undefined) properties.nbf = grant.notBefore;
  if (typeof grant.expiresAt === "number") {
    properties.exp = grant.expiresAt;
    return;
  }
  problems.push({
    path: "expiresAt",
    code: grant.expiresAt === null ? "grant.unsupported" : "grant.missing",
    message: "LiveKit's verifiers require an expiry.",
    cure: "Give an expiry. It affects the first connection only: a running call goes on, and reconnects.",
    remedy: sayIt(ceiling, "expiresAt"),
  });
}

/** The best of all limits beside a role: an admin can lift every one of them, so that each is chosen for it alone. */
function withRole(role: VideoOption, ceiling: Ceiling, isDataDenied: boolean, isSelective: boolean): VideoOption {
  const isAdmin = role.choice.roomAdmin === true;
  const publish = chooseOption(ceiling, publishOptions(isAdmin));
  const chosen: readonly VideoOption[] = [
    role,
    publish,
    chooseOption(ceiling, isDataDenied ? noDataOptions(isAdmin) : dataOptions(publish.choice, isAdmin)),
    chooseOption(ceiling, isSelective ? noSubscribeOptions : subscribeOptions(isAdmin)),
    chooseOption(ceiling, visibleOptions(isAdmin)),
  ];
  return {
    choice: Object.fromEntries(chosen.flatMap(({ choice }) => Object.entries(choice))),
    readings: Object.fromEntries(chosen.flatMap(({ readings }) => Object.entries(readings))),
  };
}

const deniesData = "data denied";
const saysNothingOfData = "data as it may";

/** The role and what stands beside it. */
const chooseVideo = rememberChoice<VideoChoice>((ceiling, data) => {
  // A selection by kind or by sender has no place: the lesser of all and nothing is nothing, and has to hold.
  const isSelective = ceiling.subscribeSelection !== undefined && !ceiling.allowWidening.has("rights.subscribe");
  const [first, ...others] = isSelective ? noAdminOptions : adminOptions;
  const wayOf = (role: VideoOption): VideoOption => withRole(role, ceiling, data === deniesData, isSelective);
  return chooseOption(ceiling, [wayOf(first), ...others.map(wayOf)]).choice;
});

/** The claim `video`: each switch by the ceiling, whichever rights it covers. */
function encodeVideo(grant: Grant, ceiling: Ceiling, problems: EncodeProblem[]): LivekitVideoGrant {
  const rights: LivekitVideoGrant = {
    ...(grant.purpose.includes("participant") ? { roomJoin: true } : {}),
    ...chooseVideo(ceiling, grant.rights?.publish?.data === false ? deniesData : saysNothingOfData),
    ...chooseOption(ceiling, grant.purpose.includes("api") ? captureOptions : noCaptureOptions).choice,
  };
  const room = encodeRoom(grant, ceiling, rights, problems);
  return room === undefined ? rights : { ...rights, room };
}

/** A token that names no room is good for every room, so a scope that does not fit is a problem and never left out. */
function encodeRoom(
  grant: Grant,
  ceiling: Ceiling,
  rights: LivekitVideoGrant,
  problems: EncodeProblem[],
): string | undefined {
  const { room } = grant;
  if (typeof room === "string") {
    if (room !== "") return room;
    problems.push({
      path: "room",
      code: "grant.invalid",
      message: "The room's name is empty.",
      cure: "Give the room's name.",
      remedy: sayIt(ceiling, "room"),
    });
    return undefined;
  }
  if ("any" in room && rights.roomJoin !== true && rights.roomAdmin !== true) return undefined;
  problems.push({
    path: "room",
    code: "grant.unsupported",
    message: "A LiveKit token joins and moderates one room, no list, no pattern and not every room.",
    cure: "Name one room, and issue one token for each.",
    remedy: sayIt(ceiling, "room"),
  });
  return undefined;
}

/**
 * A server's token has to say what its holder may do there, since LiveKit has no right to call the API as such. Whoever
 * joins and calls the API elsewhere joins here, and the comparison reports what was lost.
 */
function checkPurpose(grant: Grant, ceiling: Ceiling, properties: LivekitProperties, problems: EncodeProblem[]): void {
  const purposes = purposesOf(properties);
  const isServer = grant.purpose.includes("api");
  if (purposes.length === 0 && !isServer) {
    problems.push({
      path: "purpose",
      code: "grant.missing",
      message: "The token would give nothing: it would neither join a room nor call LiveKit's server API.",
      cure: "Say what the token is for: `purpose` with `participant`.",
    });
  }
  if (isServer && !purposes.includes("api") && (ceiling.purpose === "issue" || purposes.length === 0)) {
    problems.push({
      path: "purpose",
      code: "grant.missing",
      message: "The token does not say what its holder may do on LiveKit's server API.",
      cure: "Say it in `extensions.livekit` (`roomCreate`, `roomList`, ...); for recordings and streams with `rights.record` and `rights.livestream`; to moderate one room without joining it with `rights.moderate`.",
    });
  }
  if (ceiling.purpose !== "issue" || accountRightsOf(properties).length === 0) return;
  if (joins(properties)) {
    problems.push({
      path: "purpose",
      code: "grant.unsupported",
      message: "A participant's token would also hold rights of LiveKit's server API, and those hold for every room.",
      cure: "Issue two tokens: one for the participant, and one with the rights of the server that stays on the server.",
    });
  } else if (typeof grant.room === "string") {
    problems.push({
      path: "room",
      code: "grant.unsupported",
      message: "Rights of LiveKit's server API hold for every room of the project, whatever room the token names.",
      cure: "Say `room: { any: true }`, or ask for `rights.moderate` alone, which holds in the named room.",
    });
  }
}

function keepUnknown(unknown: EncodeRequest["unknown"]): Record<string, unknown> {
  const kept = Object.entries(unknown ?? {}).flatMap(([name, value]): [string, unknown][] => {
    const group = groupNames.find((candidate) => candidate === name);
    if (group === undefined) return isKnownClaim(name) ? [] : [[name, value]];
    const members = unknownMembersOf(group, value);
    return members.length === 0 ? [] : [[name, Object.fromEntries(members)]];
  });
  return Object.fromEntries(kept);
}

function unknownMembersOf(group: LivekitGroupName, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).filter(([name]) => !Object.hasOwn(groupReaders[group], name));
}
