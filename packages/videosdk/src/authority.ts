import type { Authority, Bounds, JoinWindow, Native, Purpose, RoomScope } from "@roompass/core/adapter";
import {
  entryDefaults,
  expiryDefault,
  notBeforeDefault,
  rolesDefault,
  scopeWithoutVersionDefault,
  stayDefault,
} from "./defaults.js";
import { entryStatement, readingsOfPermissions } from "./permissions.js";
import type { VideosdkProperties } from "./properties.js";
import { everyPurpose, purposeOfRoles } from "./roles.js";

/** The rights of which a list of permissions may speak without saying clearly. */
const permissionRights = ["rights.moderate.media", "rights.moderate.remove", "rights.admit"] as const;

const everyRoom: RoomScope = Object.freeze({ any: true });

/**
 * Everything that a VideoSDK token lets its holder do, as far as its documents say.
 *
 * The room's settings make no difference: no documented one lifts or takes what the token leaves open.
 */
export function authority(native: Native<VideosdkProperties>): Authority {
  const { properties } = native;
  const scopesHold = properties.version === 2 || scopeWithoutVersionDefault.value;
  const rights = readingsOfPermissions(properties.permissions);
  const stay = { maxSeconds: null, endsAtExpiry: stayDefault.value };
  return {
    ...(properties.apikey === undefined ? {} : { tenant: properties.apikey }),
    purpose: purposeBounds(properties, scopesHold),
    room: scopeBounds<RoomScope>(properties.roomId, everyRoom, scopesHold),
    window: windowBounds(properties),
    stay: { lowest: stay, highest: stay },
    entry: entryDefaults[entryStatement(properties.permissions)].value,
    identity: scopeBounds<string | null>(properties.participantId, null, scopesHold),
    rights,
    automation: {},
    statements: statementsOf(properties, rights),
  };
}

/** What is said where the documents leave more than one meaning, in the same words for the same statement. */
function statementsOf(
  properties: VideosdkProperties,
  readings: Authority["rights"],
): NonNullable<Authority["statements"]> {
  const { version, permissions, roles, roomId, participantId, exp, nbf } = properties;
  const list = permissions === undefined ? null : sortedOnce(permissions);
  const open = permissionRights.filter((path) => readings[path] === "possible" || readings[path] === "unknown");
  return {
    entry: list,
    ...Object.fromEntries(open.map((path) => [path, list])),
    purpose: [roles === undefined ? null : sortedOnce(roles), version ?? null],
    room: [roomId ?? null, version ?? null],
    "participant.id": [participantId ?? null, version ?? null],
    notBefore: nbf ?? null,
    expiresAt: exp ?? null,
  };
}

function sortedOnce(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

function purposeBounds(properties: VideosdkProperties, scopesHold: boolean): Bounds<readonly Purpose[]> {
  const stated = purposeOfRoles(properties.roles);
  if (stated === undefined) return rolesDefault.value;
  if (scopesHold) return { lowest: stated, highest: stated };
  // Without the version nobody documents that a role counts, least of all the one that calls the server API.
  return { lowest: stated.filter((purpose) => purpose !== "api"), highest: everyPurpose };
}

function scopeBounds<Scope>(stated: Scope | undefined, unbound: Scope, scopesHold: boolean): Bounds<Scope> {
  const lowest = stated ?? unbound;
  return { lowest, highest: scopesHold ? lowest : unbound };
}

function windowBounds({ exp, nbf }: VideosdkProperties): Bounds<JoinWindow> {
  const notBefore = Math.max(nbf ?? 0, 0);
  return {
    lowest: { notBefore, expiresAt: exp ?? expiryDefault.value.lowest },
    highest: { notBefore: notBeforeDefault.value ? notBefore : 0, expiresAt: exp ?? expiryDefault.value.highest },
  };
}
