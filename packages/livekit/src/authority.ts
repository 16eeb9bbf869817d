import type { Authority, Bounds, JoinWindow, Native, RoomScope } from "@roompass/core/adapter";
import { accountRoomDefault, entryDefault, expiryDefault, roomDefault, stayDefault } from "./defaults.js";
import type { LivekitProperties } from "./properties.js";
import { accountRightsOf, identityOf, purposeBounds, purposesOf } from "./purposes.js";
import { readingsOfVideo } from "./readings.js";
import { automationOf } from "./room-config.js";

/**
 * Everything that a LiveKit token lets its holder do, as far as its documents and its server's code say.
 *
 * The room's settings make no difference: none lifts or takes what the token says.
 */
export function authority(native: Native<LivekitProperties>): Authority {
  const { properties } = native;
  const stay = { maxSeconds: null, endsAtExpiry: stayDefault.value };
  const identity = identityOf(properties) ?? null;
  return {
    ...(properties.iss === undefined ? {} : { tenant: properties.iss }),
    purpose: purposeBounds(properties),
    room: roomBounds(properties),
    window: windowBounds(properties),
    stay: { lowest: stay, highest: stay },
    entry: entryDefault.value,
    identity: { lowest: identity, highest: identity },
    rights: readingsOfVideo(properties.video ?? {}),
    automation: automationOf(properties.roomConfig) ?? {},
    statements: statementsOf(properties),
  };
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
