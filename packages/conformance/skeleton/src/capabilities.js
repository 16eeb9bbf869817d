// @ts-check
import { grantPaths } from "@roompass/core";
import { hostPaths, sendPaths } from "./authority.js";

/**
 * @typedef {import("@roompass/core/adapter").Capability} Capability
 * @typedef {import("@roompass/core/adapter").Capabilities} Capabilities
 */

/** YOURS: the page that says it, and the month in which it was read; one for each fact where they differ. */
const fact = { source: "https://docs.tincan.example/tokens", asOf: "2026-11" };

/**
 * @param {string} claim
 * @returns {Capability}
 */
const exact = (claim) => ({ carried: "exact", property: claim, claim, ...fact });

/**
 * YOURS: one row for everything that a token of the vendor carries. `exact`: a claim of its own. `role`: only together
 * with others. `partly`: some values, and the note says which. `outside`: where it is said instead.
 *
 * @type {{ readonly [path in import("@roompass/core/adapter").GrantPath]?: Capability }}
 */
const rows = {
  purpose: { carried: "partly", note: "Every token joins rooms.", ...fact },
  room: { ...exact("room"), carried: "partly", note: "One room, or every room." },
  "participant.id": exact("sub"),
  "participant.name": exact("name"),
  notBefore: exact("nbf"),
  expiresAt: exact("exp"),
  "start.camera": { carried: "none", outside: { vendor: "tincan", where: "client", setting: "camera" }, ...fact },
  ...Object.fromEntries(sendPaths.map((path) => [path, { ...exact("send"), note: "One switch for every kind." }])),
  ...Object.fromEntries(
    hostPaths.map((path) => [path, { ...exact("host"), carried: "role", note: "Both or neither." }]),
  ),
};

/**
 * What a token can hold. What is not here is `none`: asking for it is refused.
 *
 * @type {Capabilities}
 */
export const capabilities = /** @type {Capabilities} */ (
  Object.fromEntries(grantPaths.map((path) => [path, rows[path] ?? { carried: "none", ...fact }]))
);

/**
 * YOURS: properties without a neutral word, and how they weigh when a token leaves for another vendor. `hint`: losing it is
 * told. `binding`: it grants or restricts something, so the token does not leave. `covered`: the rights tell it already.
 *
 * @type {Readonly<Record<string, import("@roompass/core/adapter").ResidueRule>>}
 */
export const residueRules = {
  badge: { kind: "hint", note: "A colour in Tincan's own client.", ...fact },
  nbf: { kind: "covered", note: "A beginning before all times is none.", ...fact },
};

/**
 * YOURS: documented lengths and lifetimes. Core refuses what is over them.
 *
 * @type {import("@roompass/core/adapter").Limits}
 */
export const limits = { maxLength: { "participant.id": 64 } };
