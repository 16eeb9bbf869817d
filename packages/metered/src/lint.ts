import type { Finding, LintContext, Native, Severity } from "@roompass/core/adapter";
import { contradictionsOf } from "./contradictions.js";
import { longestMeta, type MeteredProperties } from "./properties.js";
import { unknownClaimFindings } from "./unknown-claims.js";

function personalData(properties: MeteredProperties): Finding[] {
  const fields: readonly [keyof MeteredProperties, Severity, string][] = [
    ["email", "warning", "Leave it out, or let your own page show it to those who may know it."],
    ["meta", "warning", "Keep it on your server and put at most an id there."],
    ["externalUserId", "info", "Use an id that says nothing about the person."],
  ];
  return fields
    .filter(([field]) => properties[field] !== undefined && properties[field] !== "")
    .map(([field, severity, cure]) => ({
      id: "lint.personal-data",
      severity,
      path: `data.${field}`,
      message: `\`${field}\` reaches every participant of the room, and anybody who holds the token can read it.`,
      cure,
    }));
}

function unenforced(properties: MeteredProperties): Finding[] {
  return (["disableVideo", "disableAudio", "disableScreenSharing"] as const)
    .filter((field) => properties[field] === true)
    .map((field) => ({
      id: "lint.not-enforced",
      severity: "warning",
      path: `data.${field}`,
      message: `\`${field}\` is a restriction that the vendor does not enforce: it only hides a control of the embed.`,
      cure: "Use the room setting `ownerOnlyBroadcast` if it has to hold.",
    }));
}

function notPositive(properties: MeteredProperties): Finding[] {
  const fields = {
    expireUnixSec: "data.expireUnixSec",
    notBeforeUnixSec: "data.notBeforeUnixSec",
    ejectAfterElapsedTimeInSec: "data.ejectAfterElapsedTimeInSec",
    exp: "exp",
    nbf: "nbf",
  } as const;
  return (Object.keys(fields) as (keyof typeof fields)[])
    .filter((field) => (properties[field] ?? 1) <= 0)
    .map((field) => ({
      id: "metered.not-positive",
      severity: "warning",
      path: fields[field],
      message: `\`${field}\` is zero or less; what Metered makes of that is not documented.`,
      cure: "Leave it out, or give a positive number.",
    }));
}

function oddTexts({ meta, roomName }: MeteredProperties): Finding[] {
  const findings: Finding[] = [];
  if (meta !== undefined && meta.length > longestMeta) {
    findings.push({
      id: "metered.meta-too-long",
      severity: "warning",
      path: "data.meta",
      message: `\`meta\` has ${meta.length} characters; Metered documents a limit of ${longestMeta}.`,
      cure: "Keep the data on your server and put an id there.",
    });
  }
  if (roomName !== undefined && /\s/u.test(roomName)) {
    findings.push({
      id: "metered.room-name",
      severity: "warning",
      path: "data.roomName",
      message: "`roomName` has white space; Metered's room names are URL-friendly.",
      cure: "Use the name that the room has at Metered.",
    });
  }
  return findings;
}

const publicRoom: Finding = {
  id: "metered.public-room",
  severity: "info",
  message: "A public room needs no token, so this token keeps nobody out of one.",
  cure: "Make the room private.",
};

/** The vendor's own rules. What `fromClaims` already reported about this token is not repeated. */
export function lint(native: Native<MeteredProperties>, _context: LintContext): readonly Finding[] {
  const { properties, unknown, findings } = native;
  const reported = new Set(findings.map(({ id, path }) => `${id} ${path}`));
  return [
    ...contradictionsOf(properties),
    ...unknownClaimFindings(unknown),
    ...notPositive(properties),
    ...oddTexts(properties),
    ...unenforced(properties),
    ...personalData(properties),
    publicRoom,
  ].filter(({ id, path }) => !reported.has(`${id} ${path}`));
}
