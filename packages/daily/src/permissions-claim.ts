import type { Finding } from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import { toleratedSpelling, unknownValue, wrongType } from "./claim-findings.js";
import {
  adminCodes,
  type DailyAdminRole,
  type DailySendMedia,
  isAdminRole,
  mediaByCode,
  mediaCodes,
  roleByCode,
} from "./media-codes.js";
import type { DailyPermissions } from "./properties.js";
import { readReceiveClaim, writeReceiveClaim } from "./receive-claim.js";
import { setOwn } from "./set-own.js";
import { codesByName, hintForMember } from "./unknown-claims.js";

type Members = Record<string, unknown>;

const permissionNames = codesByName({ hasPresence: "hp", canSend: "cs", canReceive: "cr", canAdmin: "ca" });

const mediaCure = `Use the codes ${[...mediaByCode.keys()].join(", ")}, separated by commas.`;
const roleCure = `Use the codes ${[...roleByCode.keys()].join(", ")}, separated by commas.`;

/** A list that gives nothing is what Daily writes as `false`. */
function orFalse<Item>(list: readonly Item[]): false | readonly Item[] {
  return list.length === 0 ? false : list;
}

function noteRepeats(list: readonly unknown[], path: string, findings: Finding[]): void {
  if (new Set(list).size === list.length) return;
  findings.push(
    toleratedSpelling("repeated-code", path, "The same code stands in the list twice.", "Write each code once."),
  );
}

/** `p.cs`: a boolean, or one text of codes. A code that nobody knows gives nothing. */
function readCanSend(claim: unknown, path: string, findings: Finding[]): boolean | readonly DailySendMedia[] {
  if (typeof claim === "boolean") return claim;
  if (typeof claim !== "string") {
    findings.push(wrongType(path, "true, false or a text of media codes"));
    return false;
  }
  const codes = claim.split(",");
  const media = codes.flatMap((code) => mediaByCode.get(code) ?? []);
  if (media.length < codes.length) findings.push(unknownValue(path, "list of media codes", mediaCure));
  noteRepeats(media, path, findings);
  return orFalse([...new Set(media)]);
}

/**
 * `p.ca`: a boolean, or one text of codes. Daily shows no list of it anywhere, so that lists of codes and of full names
 * are understood too.
 */
function readCanAdmin(claim: unknown, path: string, findings: Finding[]): boolean | readonly DailyAdminRole[] {
  if (typeof claim === "boolean") return claim;
  if (typeof claim !== "string" && !Array.isArray(claim)) {
    findings.push(wrongType(path, "true, false or a text of role codes"));
    return false;
  }
  const codes: readonly unknown[] = typeof claim === "string" ? claim.split(",") : claim;
  const roles = codes.flatMap((code) => {
    const role = typeof code === "string" ? roleByCode.get(code) : undefined;
    return role ?? (Array.isArray(claim) && isAdminRole(code) ? code : []);
  });
  if (roles.length < codes.length) findings.push(unknownValue(path, "list of role codes", roleCure));
  if (Array.isArray(claim)) {
    const message = "The roles stand in a list where Daily's other permissions have one text.";
    findings.push(
      toleratedSpelling("admin-list", path, message, "Write the codes as one text, such as `p,t`; `false` for none."),
    );
  }
  noteRepeats(roles, path, findings);
  return orFalse([...new Set(roles)]);
}

/** What a claim gives that could not be read at all: nothing. Being visible is no right that could be the least. */
const nothing: DailyPermissions = { canSend: false, canReceive: { base: false }, canAdmin: false };

/** Reads `p` by position: `p`, `u` and `ca` mean different things on different levels. */
export function readPermissionsClaim(
  claim: unknown,
  findings: Finding[],
): { readonly permissions: DailyPermissions; readonly unknown: Members } {
  if (!isObject(claim)) {
    findings.push(wrongType("p", "an object"));
    return { permissions: nothing, unknown: {} };
  }
  const permissions: Draft<DailyPermissions> = {};
  const unknown: Members = {};
  for (const [code, said] of Object.entries(claim)) {
    const path = `p.${code}`;
    if (code === "hp") {
      if (typeof said === "boolean") permissions.hasPresence = said;
      else findings.push(wrongType(path, "true or false"));
    } else if (code === "cs") {
      permissions.canSend = readCanSend(said, path, findings);
    } else if (code === "cr") {
      const receive = readReceiveClaim(said, path, findings);
      permissions.canReceive = receive.value;
      if (Object.keys(receive.unknown).length > 0) unknown[code] = receive.unknown;
    } else if (code === "ca") {
      permissions.canAdmin = readCanAdmin(said, path, findings);
    } else {
      setOwn(unknown, code, said);
      const hint = hintForMember("p", code, permissionNames);
      if (hint !== undefined) findings.push(hint);
    }
  }
  return { permissions, unknown };
}

function writeList<Item extends string>(
  said: boolean | readonly Item[],
  codes: Readonly<Record<Item, string>>,
): boolean | string {
  if (typeof said === "boolean") return said;
  return said.length === 0 ? false : said.map((item) => codes[item]).join(",");
}

/** Writes `p`. */
export function writePermissionsClaim({ hasPresence, canSend, canReceive, canAdmin }: DailyPermissions): Members {
  const claim: Members = {};
  if (hasPresence !== undefined) claim["hp"] = hasPresence;
  if (canSend !== undefined) claim["cs"] = writeList(canSend, mediaCodes);
  if (canReceive !== undefined) claim["cr"] = writeReceiveClaim(canReceive);
  if (canAdmin !== undefined) claim["ca"] = writeList(canAdmin, adminCodes);
  return claim;
}
