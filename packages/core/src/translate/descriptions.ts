import type { AnyAdapter } from "../adapter/adapter.js";
import { sameValue } from "../grant/compare-values.js";
import type { Grant } from "../grant/grant.js";
import { readPath } from "../grant/paths.js";
import type { FieldPath } from "../grant/right-path.js";
import { entry, type ReportEntry } from "./report.js";

/** Fields that describe or hint: they carry no rights, so losing one is reported and never refused. */
export const descriptionPaths: readonly FieldPath[] = [
  "participant.name",
  "participant.email",
  "participant.avatarUrl",
  "participant.metadata",
  "start.camera",
  "start.microphone",
  "client.language",
  "client.redirectUrl",
  "client.closeTabOnExit",
];

/** Some vendors carry metadata as text only; the same JSON as text has lost nothing. */
function isSame(before: unknown, after: unknown): boolean {
  if (sameValue(before, after)) return true;
  if (typeof before === "object" && typeof after === "string") return JSON.stringify(before) === after;
  return typeof before === "string" && typeof after === "object" && JSON.stringify(after) === before;
}

/** Language tags are compared without case (RFC 5646, 2.1.1): a vendor's own spelling of one has lost nothing. */
function isSameTag(before: unknown, after: unknown): boolean {
  return typeof before === "string" && typeof after === "string" && before.toLowerCase() === after.toLowerCase();
}

/** Reports what became of descriptions: kept, moved to a place outside the token, or dropped. Values stay out of it. */
export function reportDescriptions(before: Grant, after: Grant, to: AnyAdapter): ReportEntry[] {
  const entries: ReportEntry[] = [];
  for (const path of descriptionPaths) {
    const had = readPath(before, path);
    if (had === undefined) continue;
    const capability = to.capabilities[path];
    const has = readPath(after, path);
    if (isSame(had, has) || (path === "client.language" && isSameTag(had, has))) {
      entries.push(entry("exact", path, "set", "set", "Kept."));
    } else if (capability.outside === undefined) {
      entries.push(entry("dropped", path, "set", "absent", `A ${to.displayName} token has no place for it.`));
    } else {
      const remedy = { ...capability.outside };
      entries.push(
        entry(
          "moved",
          path,
          "set",
          "outside the token",
          `A ${to.displayName} token cannot carry it; it goes to the ${remedy.where}.`,
          remedy,
        ),
      );
    }
  }
  return entries;
}
