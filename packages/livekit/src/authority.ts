import type { Authority, Bounds, JoinWindow, Native, RoomScope } from "@roompass/core/adapter";
import type { Draft } from "@roompass/core/kit";
import { accountRoomDefault, entryDefault, expiryDefault, roomDefault, stayDefault } from "./defaults.js";
import type { LivekitProperties, LivekitVideoGrant } from "./properties.js";
import { accountRightsOf, identityOf, purposeBounds, purposesOf } from "./purposes.js";
import { readingsOfVideo, trackKinds } from "./readings.js";
import { automationOf } from "./room-config.js";

const publishPaths = trackKinds.map((kind) => `rights.publish.${kind}` as const);

/**
 * Everything that a LiveKit token lets its holder do, as far as its documents and its server's code say.
 *
 * The room's settings make no difference: none lifts or takes what the token says.
 */
export function authority(native: Native<LivekitProperties>): Authority {
  const { properties } = native;
  const stay = { maxSeconds: null, endsAtExpiry: stayDefault.value };
  const identity = identityOf(properties) ?? null;
  const rights = readingsOfVideo(properties.video ?? {});
  const result: Draft<Authority> = {
    purpose: purposeBounds(properties),
    room: roomBounds(properties),
    window: windowBounds(properties),
    stay: { lowest: stay, highest: stay },
    entry: entryDefault.value,
    identity: { lowest: identity, highest: identity },
    rights,
    automation: automationOf(properties.roomConfig) ?? {},
    statements: { ...statementsOf(properties), ...reasonsOf(properties.video ?? {}, rights) },
  };
  if (properties.iss !== undefined) result.tenant = properties.iss;
  return result;
}

/** What is said where more than one meaning is left, in the same words for the same statement. */
function statementsOf(properties: LivekitProperties): NonNullable<Authority["statements"]> {
  const { video, exp } = properties;
  const records = { "rights.record": "video.roomRecord", "rights.livestream": "video.roomRecord" };
  return {
    purpose: [...accountRightsOf(properties), ...purposesOf(properties)],
    room: video?.room ?? null,
    expiresAt: exp ?? null,
    ...(video?.roomRecord === true ? records : {}),
  };
}

/**
 * Why a denial may not hold, where `roomAdmin` is not the only reason: data that the token does not speak of, and sources
 * that are listed although nothing may be sent.
 */
function reasonsOf(video: LivekitVideoGrant, rights: Authority["rights"]): NonNullable<Authority["statements"]> {
  const data = { "rights.publish.data": video.canPublishData ?? null };
  const listed = video.roomAdmin === true ? [] : publishPaths.filter((path) => rights[path] === "deny, liftable");
  return {
    ...(rights["rights.publish.data"] === "deny, liftable" ? data : {}),
    ...Object.fromEntries(listed.map((path) => [path, "video.canPublishSources"])),
  };
}

/** One room to join and to moderate; the other rights of the server API hold for every room, whatever `room` says. */
function roomBounds(properties: LivekitProperties): Bounds<RoomScope> {
  const lowest = properties.video?.room ?? roomDefault.value;
  return { lowest, highest: accountRightsOf(properties).length > 0 ? accountRoomDefault.value : lowest };
}

function windowBounds({ exp, nbf }: LivekitProperties): Bounds<JoinWindow> {
  const notBefore = Math.max(nbf ?? 0, 0);
  return {
    lowest: { notBefore, expiresAt: exp ?? expiryDefault.value.lowest },
    highest: { notBefore, expiresAt: exp ?? expiryDefault.value.highest },
  };
}
