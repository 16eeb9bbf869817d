import type { RightPath, StatedReading } from "@roompass/core/adapter";
import { admitDefaults, type EntryStatement, rightDefaults } from "./defaults.js";
import type { VideosdkPermission } from "./properties.js";

/** What a list of permissions says about entering. */
export function entryStatement(permissions: readonly VideosdkPermission[] | undefined): EntryStatement {
  if (permissions === undefined) return "none";
  if (permissions.includes("ask_join")) {
    return permissions.every((permission) => permission === "ask_join") ? "ask" : "combined";
  }
  return permissions.includes("allow_join") ? "direct" : "none";
}

/**
 * Whether the list certainly makes a moderator. Beside `ask_join` the server refuses the token or ignores the flag, by
 * two of the vendor's pages, and what `allow_mod` alone does nobody says.
 */
export function isModerator(permissions: readonly VideosdkPermission[] | undefined): boolean {
  return permissions?.includes("allow_mod") === true && entryStatement(permissions) === "direct";
}

/** What each right reads as under a list of permissions: the silence of `defaults.ts`, and `allow_mod` where present. */
export function readingsOfPermissions(
  permissions: readonly VideosdkPermission[] | undefined,
): Readonly<Record<RightPath, StatedReading>> {
  const readings = {} as Record<RightPath, StatedReading>;
  for (const [path, entry] of Object.entries(rightDefaults)) readings[path as RightPath] = entry.value;
  readings["rights.admit"] = admitDefaults[entryStatement(permissions)].value;
  if (permissions?.includes("allow_mod") === true) {
    readings["rights.moderate.media"] = isModerator(permissions) ? "allow" : "possible";
    // The guide for removing names no permission; the server package says that moderators remove.
    readings["rights.moderate.remove"] = "possible";
  }
  return readings;
}
