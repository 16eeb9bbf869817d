import type { Grant } from "../grant/grant.js";
import { grantError } from "../grant/issues.js";
import { safeParseGrant } from "../grant/parse-grant.js";

/**
 * Parses a part of a policy as a grant for every room. Problems are named by their place in the policy, which is what
 * the caller wrote.
 *
 * @param placeOf Where a path of the grant stands in the policy.
 * @throws RoompassError a `grant.*` code with every problem in `details.issues`.
 */
export function parsePart(part: object, now: number, placeOf: (path: string) => string): Grant {
  const result = safeParseGrant({ room: { any: true }, ...part }, { now, requireExpiry: false });
  if (result.ok) return result.grant;
  const issues = result.issues.map((issue) => {
    const path = placeOf(issue.path);
    return { ...issue, path, message: issue.message.replace(`\`${issue.path}\``, `\`${path}\``) };
  });
  throw grantError(issues);
}
