// @ts-check
import { unreadableMembers } from "@roompass/core/kit";

/**
 * @typedef {import("@roompass/core/adapter").Authority} Authority
 * @typedef {import("@roompass/core/adapter").ReadContext} ReadContext
 * @typedef {import("@roompass/core/adapter").RightPath} RightPath
 * @typedef {import("@roompass/core/adapter").StatedReading} StatedReading
 * @typedef {{ readonly [path in RightPath]?: StatedReading }} Readings
 */

/** @type {readonly RightPath[]} */
export const sendPaths = [
  "rights.publish.microphone",
  "rights.publish.camera",
  "rights.publish.screen",
  "rights.publish.screenAudio",
  "rights.publish.custom",
];

/** @type {readonly RightPath[]} */
export const hostPaths = ["rights.moderate.media", "rights.moderate.remove"];

/**
 * @param {readonly RightPath[]} paths
 * @param {StatedReading} reading
 * @returns {Readings}
 */
const every = (paths, reading) => Object.fromEntries(paths.map((path) => [path, reading]));

/**
 * YOURS: one function for each switch, and what its silence means. `default(allow)` and `default(deny)` only where the
 * vendor documents it; where the room decides or nobody says anything it is `unknown`.
 *
 * @param {boolean | undefined} send
 * @returns {Readings}
 */
export const sendReadings = (send) => every(sendPaths, send === undefined ? "default(allow)" : send ? "allow" : "deny");

/**
 * A role: its absence is no denial but `default(deny)`.
 *
 * @param {boolean | undefined} host
 * @returns {Readings}
 */
export const hostReadings = (host) => every(hostPaths, host === true ? "allow" : "default(deny)");

/**
 * YOURS: what no token of the vendor decides. `ungoverned`: no token can withhold it.
 *
 * @type {Readings}
 */
const beyondTokens = {
  "rights.publish.data": "ungoverned, everyone",
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.moderate.permissions": "default(deny)",
  "rights.admit": "default(deny)",
  "rights.record": "unknown",
  "rights.livestream": "default(deny)",
  "rights.transcribe": "default(deny)",
};

/**
 * Where the documents leave nothing open, what a token surely gives and what it may give are the same.
 *
 * @template Value
 * @param {Value} value
 */
const surely = (value) => ({ lowest: value, highest: value });

/**
 * Names of the room's settings that `authority` reads and whose value nobody documents. Core refuses them, since each may be
 * a restriction. YOURS: one line for each setting that is read below; where none is, leave the function out.
 *
 * @param {import("@roompass/core/adapter").RoomSettings} room
 */
export const unreadableSettings = (room) => unreadableMembers(room, { send: (value) => typeof value === "boolean" });

/**
 * What a token really lets its holder do. YOURS: every part that is not as in this vendor's documents.
 *
 * @param {import("./claims.js").Token} native
 * @param {ReadContext} context `room` has the room's real settings where the caller knows them.
 * @returns {Authority}
 */
export function authority({ properties: { acc, room, sub, nbf, exp, host, send } }, context) {
  const roomSends = context.room?.["send"];
  const sends = send ?? (typeof roomSends === "boolean" ? roomSends : undefined);
  return {
    ...(acc === undefined ? {} : { tenant: acc }),
    purpose: surely(/** @type {const} */ (["participant"])),
    room: surely(room ?? /** @type {const} */ ({ any: true })),
    window: surely({ notBefore: nbf ?? 0, expiresAt: exp ?? null }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely("direct"),
    identity: surely(sub ?? null),
    rights: /** @type {Authority["rights"]} */ ({ ...beyondTokens, ...sendReadings(sends), ...hostReadings(host) }),
    automation: {},
  };
}
