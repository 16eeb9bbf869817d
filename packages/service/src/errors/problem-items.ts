import type { Refusal } from "@roompass/core";
import type { ProblemItem } from "./service-error.js";

/** As many as are of use to anybody. */
const most = 50;
/** A path made of names; names that a caller chose freely are cut off where they are anything else. */
const plainPath = /^[A-Za-z0-9_.[\]-]{1,120}$/;

function safePath(path: unknown): string {
  if (typeof path !== "string") return "";
  if (plainPath.test(path)) return path;
  const known = path.split(".").slice(0, 1).join(".");
  return plainPath.test(known) ? known : "";
}

type Members = Readonly<Record<string, unknown>>;

/** The problems of a grant, as `details.issues` has them: messages and paths, without what was given. */
export function itemsOfIssues(issues: unknown): readonly ProblemItem[] | undefined {
  if (!Array.isArray(issues) || issues.length === 0) return undefined;
  return (issues as readonly Members[]).slice(0, most).map(({ path, code, message, cure, remedy }) => ({
    path: safePath(path),
    code: String(code),
    message: String(message),
    ...(typeof cure === "string" ? { cure } : {}),
    ...(remedy === undefined ? {} : { remedy }),
  }));
}

/** The refusals of a translation. */
export function itemsOfRefusals(refusals: readonly Refusal[]): readonly ProblemItem[] {
  return refusals.slice(0, most).map(({ path, reason, remedy }) => ({
    path: safePath(path),
    code: "translate.refused",
    message: reason,
    ...(remedy === undefined ? {} : { remedy }),
  }));
}
