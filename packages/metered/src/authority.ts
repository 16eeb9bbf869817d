import type {
  Authority,
  Bounds,
  Native,
  ReadContext,
  RightPath,
  RoomScope,
  RoomSettings,
  StatedReading,
  StayLimit,
} from "@roompass/core/adapter";
import { type AdminState, defaults, rightDefaults, roomRules } from "./defaults.js";
import { roomNumber, windowBounds } from "./join-window.js";
import type { MeteredProperties } from "./properties.js";

type Readings = Readonly<Record<RightPath, StatedReading>>;

function plainReadings(state: AdminState): Readings {
  const entries = Object.entries(rightDefaults[state]).map(([path, { value }]) => [path, value]);
  return Object.freeze(Object.fromEntries(entries));
}

/** What each right reads as under each state of `isAdmin`, when nothing is known about the room. */
export const readingsOf: Readonly<Record<AdminState, Readings>> = Object.freeze({
  absent: plainReadings("absent"),
  member: plainReadings("member"),
  admin: plainReadings("admin"),
});

/** How a token sets its one switch. */
export function adminState(isAdmin: boolean | undefined): AdminState {
  if (isAdmin === undefined) return "absent";
  return isAdmin ? "admin" : "member";
}

/** What each right reads as in a room with these settings. */
export function rightsIn(state: AdminState, room: RoomSettings | undefined): Readings {
  const plain = readingsOf[state];
  if (room === undefined) return plain;
  const readings = { ...plain };
  for (const rule of roomRules) {
    if (room[rule.setting] !== rule.when || (rule.sparesAdmins && state === "admin")) continue;
    for (const path of rule.paths) readings[path] = rule.value;
  }
  return readings;
}

/**
 * Where the token is good. `roomName` with `globalToken: true` promises the room and may open every room; with
 * `globalToken: false` and no room nobody knows, which `fromClaims` reports as an error.
 */
export function roomBounds({ roomName, globalToken }: MeteredProperties): Bounds<RoomScope> {
  const everyRoom = defaults.room.value;
  if (roomName === undefined) return { lowest: everyRoom, highest: everyRoom };
  return { lowest: roomName, highest: globalToken === true ? everyRoom : roomName };
}

/** Promised is the stricter of the token's and the room's limit, feared the wider; zero may be read as none. */
function stayBounds(native: Native<MeteredProperties>, room: RoomSettings | undefined): Bounds<StayLimit> {
  const { properties } = native;
  const limits = [properties.ejectAfterElapsedTimeInSec, roomNumber(room, "ejectAfterElapsedTimeInSec")].filter(
    (limit) => limit !== undefined,
  );
  const unlimited = defaults.maxSeconds.value;
  const unclear = limits.some((limit) => limit <= 0);
  // The room removes everybody at its own expiry. Whoever promises less has to remove at the token's; whether this token's
  // holder is gone by then is certain only where the room ends no later.
  const ejects = room?.["ejectAtRoomExp"] === true;
  const roomExpiry = roomNumber(room, "expireUnixSec");
  const tokenExpiry = windowBounds(native).lowest.expiresAt;
  const isInTime = roomExpiry !== undefined && (typeof tokenExpiry !== "number" || roomExpiry <= tokenExpiry);
  return {
    lowest: { maxSeconds: limits.length === 0 ? unlimited : Math.max(0, Math.min(...limits)), endsAtExpiry: ejects },
    highest: {
      maxSeconds: limits.length === 0 || unclear ? unlimited : Math.max(...limits),
      endsAtExpiry: ejects && isInTime,
    },
  };
}

function same<Value>(value: Value): Bounds<Value> {
  return { lowest: value, highest: value };
}

/** What a Metered token really lets its holder do, given what is known about the room. */
export function authority(native: Native<MeteredProperties>, context: ReadContext): Authority {
  const { properties } = native;
  const { appName, externalUserId } = properties;
  const { room } = context;
  return {
    ...(appName === undefined ? {} : { tenant: appName }),
    purpose: same(["participant"]),
    room: roomBounds(properties),
    window: windowBounds(native, room),
    stay: stayBounds(native, room),
    entry: same("direct"),
    identity: same(externalUserId ?? defaults.identity.value),
    rights: rightsIn(adminState(properties.isAdmin), room),
    automation: {},
    statements: statementsOf(properties),
  };
}

/** The rights that `isAdmin: true` may include: it is one statement about all of them. */
const adminStatements = {
  "rights.moderate.media": "admin",
  "rights.moderate.remove": "admin",
  "rights.moderate.permissions": "admin",
} as const;

/** What is said where the documents leave more than one meaning: two times for one thing, and what an admin may do. */
function statementsOf(properties: MeteredProperties): NonNullable<Authority["statements"]> {
  const { roomName, globalToken, exp, expireUnixSec, nbf, notBeforeUnixSec, isAdmin } = properties;
  return {
    room: [roomName ?? null, globalToken ?? null],
    expiresAt: [exp ?? null, expireUnixSec ?? null],
    notBefore: [nbf ?? null, notBeforeUnixSec ?? null],
    "stay.maxSeconds": properties.ejectAfterElapsedTimeInSec ?? null,
    // No token speaks of it; what the room makes of that is the same for every token.
    "stay.endsAtExpiry": null,
    ...(isAdmin === true ? adminStatements : {}),
  };
}
