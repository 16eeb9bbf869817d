// @ts-check
import { chooseOption } from "@roompass/core/kit";
import { hostReadings, sendReadings } from "./authority.js";

/**
 * @typedef {import("@roompass/core/adapter").EncodeProblem} EncodeProblem
 * @typedef {import("@roompass/core/adapter").Grant} Grant
 */

// The ways to set each switch, the quietest first, with what each then reads as.
const sendOptions = /** @type {const} */ ([
  { choice: undefined, readings: sendReadings(undefined) },
  { choice: true, readings: sendReadings(true) },
  { choice: false, readings: sendReadings(false) },
]);
const hostOptions = /** @type {const} */ ([
  { choice: undefined, readings: hostReadings(undefined) },
  { choice: true, readings: hostReadings(true) },
]);

/**
 * What a token of Tincan cannot say. YOURS: only values that the vendor does not take; what merely has no place is found
 * by core, which reads every encoded token back. Nothing is ever shortened, invented, or made "everything".
 *
 * @param {Grant} grant
 * @returns {EncodeProblem[]}
 */
function problemsOf({ room, expiresAt }) {
  /** @type {EncodeProblem[]} */
  const problems = [];
  if (typeof room === "object" && !("any" in room)) {
    problems.push({
      path: "room",
      code: "grant.unsupported",
      message: "Tokens of Tincan are good for one room or for every room.",
      cure: "Issue one token for each room.",
      remedy: { where: "policy", setting: "narrow.room" },
    });
  }
  if (expiresAt === undefined) {
    problems.push({
      path: "expiresAt",
      code: "grant.missing",
      message: "Nothing is said about the expiry, and tokens of Tincan without one never end.",
      cure: "Give an expiry, or say `expiresAt: null`.",
      remedy: { where: "policy", setting: "narrow.expiresAt" },
    });
  }
  return problems;
}

const extensions = new Set(["badge"]);
const modelled = new Set(["acc", "room", "sub", "name", "iat", "nbf", "exp", "host", "send"]);

/**
 * Names under `extensions.tincan` that are not the vendor's, or that the neutral model already has: nobody smuggles a role
 * past a check. YOURS: the two lists above.
 *
 * @param {Readonly<Record<string, unknown>>} given
 * @returns {EncodeProblem[]}
 */
function extensionProblems(given) {
  return Object.entries(given)
    .filter(([name, value]) => !extensions.has(name) || typeof value !== "string" || value === "")
    .map(([name]) => ({
      path: `extensions.tincan.${name}`,
      code: modelled.has(name)
        ? "grant.modelled-extension"
        : extensions.has(name)
          ? "grant.invalid"
          : "grant.unknown-field",
      message: extensions.has(name) ? "This extension is a text." : "This is no extension of Tincan.",
      cure: "`badge`, a text, is the only extension; everything else is said in the grant itself.",
    }));
}

/**
 * A grant as a token's content. Rights come from `ceiling` through `chooseOption`, everything else from the grant.
 *
 * YOURS: which part of a grant is which claim.
 *
 * @param {import("@roompass/core/adapter").EncodeRequest} request
 * @returns {import("@roompass/core/adapter").Encoded<import("./properties.js").Properties>}
 */
export function encode({ grant, ceiling, issuance, residue, unknown }) {
  const { room, participant, notBefore, expiresAt } = grant;
  const own = grant.extensions?.["tincan"] ?? {};
  const badge = own["badge"] ?? residue?.["badge"];
  const nbf = notBefore ?? residue?.["nbf"];
  const send = chooseOption(ceiling, sendOptions).choice;
  const host = chooseOption(ceiling, hostOptions).choice;
  const properties = {
    ...(issuance?.tenant === undefined ? {} : { acc: issuance.tenant }),
    ...(typeof room === "string" ? { room } : {}),
    ...(participant?.id === undefined ? {} : { sub: participant.id }),
    ...(participant?.name === undefined ? {} : { name: participant.name }),
    ...(issuance?.issuedAt === undefined ? {} : { iat: issuance.issuedAt }),
    ...(typeof nbf === "number" ? { nbf } : {}),
    ...(typeof expiresAt === "number" ? { exp: expiresAt } : {}),
    ...(host === undefined ? {} : { host }),
    ...(send === undefined ? {} : { send }),
    ...(typeof badge === "string" ? { badge } : {}),
  };
  return {
    native: { properties, unknown: unknown ?? {}, findings: [] },
    problems: [...problemsOf(grant), ...extensionProblems(own)],
  };
}
