import type { GrantPath } from "@roompass/core/adapter";
import { refusalOf } from "../run/refusal.js";
import { descriptionPaths, grantAt, grantWith } from "../subject/example-values.js";
import { rightNames } from "../subject/grant-paths.js";
import { type Made, makeToken } from "../subject/make.js";
import type { Subject } from "../subject/subject.js";
import { exampleGrant } from "../tokens/example-claims.js";

/** Paths at which a refusal may point for something inside: the path itself, what it is a part of, or a part of it. */
const speaksOf = (refused: string | undefined, path: string): boolean =>
  refused !== undefined && (refused === path || path.startsWith(`${refused}.`) || refused.startsWith(`${path}.`));

/** Whether the token surely does what was asked, though it does not say so: a denial or a way in that always holds. */
export function holdsAnyway({ adapter }: Subject, { native }: Made, path: GrantPath, value: unknown): boolean {
  const { rights, entry } = adapter.authority(native as never, {});
  if (path === "entry") return entry.lowest === value && entry.highest === value;
  if (!(rightNames as readonly string[]).includes(path)) return false;
  const reading = rights[path as keyof typeof rights];
  return value === false ? reading === "deny" || reading === "default(deny)" : reading === "allow";
}

/** A description is named in the report, where there is one; or it is in the token after all. */
function isReported(subject: Subject, { native, report }: Made, path: GrantPath): boolean {
  if (report === undefined) return true;
  if (report.some(({ path: entry, kind }) => speaksOf(entry, path) && (kind === "dropped" || kind === "moved")))
    return true;
  return grantAt(subject.adapter.decode(native as never).grant, path) !== undefined;
}

/**
 * What a subject does when asked for something that its table gives up: `refused` and `reported` are right, everything
 * else is a silence that somebody will take for a yes.
 */
export async function askedFor(subject: Subject, path: GrantPath, value: unknown, now: number): Promise<string> {
  let made: Made;
  try {
    made = await makeToken(subject, grantWith(exampleGrant(subject, now), path, value), now);
  } catch (error) {
    const seen = refusalOf(error);
    if (seen === undefined) throw error;
    if (descriptionPaths.has(path)) return `refused with ${seen.code}, though it is only a description`;
    if (seen.code !== "grant.unsupported") return `refused with ${seen.code} instead of grant.unsupported`;
    return speaksOf(seen.path, path) ? "refused" : `refused at ${seen.path ?? "no path"}`;
  }
  if (descriptionPaths.has(path)) return isReported(subject, made, path) ? "reported" : "dropped without a word";
  return holdsAnyway(subject, made, path, value) ? "refused" : "issued without a word";
}
