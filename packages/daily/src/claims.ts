import type { Finding, Native } from "@roompass/core/adapter";
import { type Draft, isObject, nearestOfFirst } from "@roompass/core/kit";
import { unknownValue, wrongType } from "./claim-findings.js";
import { claimProblems, refuseProblems } from "./claim-problems.js";
import { isDailyLanguage } from "./languages.js";
import { ownerFinding } from "./permission-findings.js";
import { readPermissionsClaim, writePermissionsClaim } from "./permissions-claim.js";
import type { DailyProperties } from "./properties.js";
import { type PropertyRow, propertyTable, rowByClaim } from "./property-table.js";
import { formerRecordings, isRecording } from "./recording.js";
import { setOwn } from "./set-own.js";
import { hintForClaim } from "./unknown-claims.js";
import { putBack } from "./unknown-members.js";

/** Reads one claim; `undefined` where it cannot be read, with a finding. */
type Reader = (value: unknown, path: string, findings: Finding[]) => unknown;

function reader(accepts: (value: unknown) => boolean, expected: string): Reader {
  return (value, path, findings) => {
    if (accepts(value)) return value;
    findings.push(wrongType(path, expected));
    return undefined;
  };
}

function readLanguage(value: unknown, path: string, findings: Finding[]): unknown {
  if (isDailyLanguage(value)) return value;
  const cure = "Use one of Daily's own codes, such as `de`, `jp` or `user`.";
  findings.push(
    typeof value === "string" ? unknownValue(path, "language of Daily's", cure) : wrongType(path, "a language code"),
  );
  return undefined;
}

function recordingFinding(value: unknown, path: string): Finding {
  if (value === false || value === "off") {
    const cure = "Leave the claim out and switch recording off in the room.";
    return value === false
      ? {
          ...wrongType(path, "a way to record"),
          message: "A Daily token cannot deny recording; `false` is not documented.",
          cure,
        }
      : {
          ...unknownValue(path, "way to record", cure),
          message: "A Daily token cannot deny recording; `off` is not documented.",
        };
  }
  if (typeof value !== "string") return wrongType(path, "a way to record, or a list of them");
  const current = formerRecordings.get(value);
  return unknownValue(
    path,
    "way to record",
    current === undefined
      ? "Use `cloud`, `cloud-audio-only`, `local` or `raw-tracks`."
      : `Write \`${current}\`, the name that took its place.`,
  );
}

/** Text or list; what Daily does not know today gives nothing. */
function readRecording(value: unknown, path: string, findings: Finding[]): unknown {
  if (isRecording(value)) return value;
  if (!Array.isArray(value) || value.length === 0) {
    findings.push(recordingFinding(value, path));
    return undefined;
  }
  const known = value.filter((item, index) => {
    if (isRecording(item)) return true;
    findings.push(recordingFinding(item, `${path}[${index}]`));
    return false;
  });
  return known.length === 0 ? undefined : known;
}

function isSeconds(value: unknown, least: number): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

const readers: Readonly<Record<Exclude<PropertyRow["kind"], "permissions">, Reader>> = {
  name: reader((value) => typeof value === "string" && value !== "", "a text that is not empty"),
  text: reader((value) => typeof value === "string", "a text"),
  flag: reader((value) => typeof value === "boolean", "true or false"),
  instant: reader((value) => isSeconds(value, 0), "an integer of unix seconds"),
  seconds: reader((value) => isSeconds(value, 1), "a positive integer of seconds"),
  object: reader(isObject, "an object"),
  recording: readRecording,
  language: readLanguage,
  undocumented: (value) => value,
};

/**
 * Reads a token's claims into Daily's documented properties. Unknown members survive in `unknown`; a documented claim
 * that cannot be read is reported as an error and has the least that it can say.
 */
export function fromClaims(claims: Readonly<Record<string, unknown>>): Native<DailyProperties> {
  const findings: Finding[] = [];
  const properties: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  const isPresent = (claim: string): boolean => Object.hasOwn(claims, claim);
  const nearest = nearestOfFirst();
  for (const name of Object.keys(claims)) {
    const value = claims[name];
    const row = rowByClaim.get(name);
    if (value === undefined) continue;
    if (row === undefined) {
      setOwn(unknown, name, value);
      const hint = hintForClaim(name, isPresent, nearest);
      if (hint !== undefined) findings.push(hint);
    } else if (row.kind === "permissions") {
      const read = readPermissionsClaim(value, findings);
      properties[row.property] = read.permissions;
      if (Object.keys(read.unknown).length > 0) unknown[name] = read.unknown;
    } else {
      const read = readers[row.kind](value, name, findings);
      if (read !== undefined) properties[row.property] = read;
    }
  }
  const owner = ownerFinding(properties);
  if (owner !== undefined) findings.push(owner);
  return { properties: properties as Draft<DailyProperties>, unknown, findings };
}

/**
 * Writes the claims of a self-signed token. Only what is set is written: a default that is spelled out would override
 * the room and the domain.
 *
 * @throws RoompassError `grant.unsupported` for properties that no claim can carry; `claimProblems` tells beforehand.
 */
export function toClaims({ properties, unknown }: Native<DailyProperties>): Record<string, unknown> {
  refuseProblems(claimProblems({ properties }));
  const claims: Record<string, unknown> = {};
  for (const { property, claim } of propertyTable) {
    const value = properties[property];
    if (value === undefined) continue;
    claims[claim] = property === "permissions" ? writePermissionsClaim(properties.permissions ?? {}) : value;
  }
  return putBack(claims, unknown);
}
