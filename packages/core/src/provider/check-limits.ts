import type { AnyAdapter, Encoded, EncodeProblem, EncodeRequest } from "../adapter/adapter.js";
import type { FieldPath } from "../adapter/capability.js";
import type { Grant } from "../grant/grant.js";
import { readPath } from "../grant/paths.js";

function problem(path: FieldPath, message: string, cure: string): EncodeProblem {
  return { path, code: "grant.limit", message, cure };
}

/** Text as it is; other JSON is as long as its text, which is what a token holds of it. */
function lengthProblems(grant: Grant, { limits, displayName }: AnyAdapter): EncodeProblem[] {
  const problems: EncodeProblem[] = [];
  const { maxLength = {} } = limits;
  for (const path of Object.keys(maxLength) as FieldPath[]) {
    const longest = maxLength[path];
    const value: unknown = readPath(grant, path);
    if (value === undefined || longest === undefined) continue;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (text.length <= longest) continue;
    const what = typeof value === "string" ? "It" : "As text it";
    const message = `${what} has ${text.length} characters; ${displayName} takes at most ${longest}.`;
    problems.push(problem(path, message, "Shorten it, or give an id and keep the rest; it is never cut."));
  }
  return problems;
}

/** How long the token is going to be good, counted from when it is made. */
function lifeProblems({ expiresAt }: Grant, { limits, displayName }: AnyAdapter, now: number): EncodeProblem[] {
  const { min, max } = limits.lifetimeSeconds ?? {};
  if (expiresAt === undefined) return [];
  const seconds = expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt - now;
  if (max !== undefined && !(seconds <= max)) {
    const message = `A ${displayName} token is good for at most ${max} seconds.`;
    const earlier = problem("expiresAt", message, "Give an earlier expiry, and issue a new token later.");
    return [{ ...earlier, remedy: { where: "policy", setting: "narrow.expiresAt" } }];
  }
  if (min === undefined || seconds >= min) return [];
  return [problem("expiresAt", `A ${displayName} token is good for at least ${min} seconds.`, "Give a later expiry.")];
}

/**
 * Encodes, and finds what is over the limits that the adapter's table names, so that no encoder counts by hand. A value
 * is refused and never cut. How long the token's text may be is known only when it is signed: lint tells.
 *
 * @param now Unix seconds.
 */
export function encodeWithinLimits(adapter: AnyAdapter, request: EncodeRequest, now: number): Encoded<unknown> {
  const encoded: Encoded<unknown> = adapter.encode(request);
  const { grant } = request;
  const problems = [...lengthProblems(grant, adapter), ...lifeProblems(grant, adapter, now)];
  return problems.length === 0 ? encoded : { ...encoded, problems: [...encoded.problems, ...problems] };
}
