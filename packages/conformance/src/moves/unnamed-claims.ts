import type { GrantPath } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { hasClaim } from "../tokens/recipe.js";
import type { Json } from "../vectors/vector.js";
import { type FieldValue, fieldValues } from "./field-values.js";
import { sourceFor } from "./make-source.js";

const known = new WeakMap<Subject, readonly GrantPath[]>();

function find(subject: Subject, now: number): readonly GrantPath[] {
  const { adapter } = subject;
  const unnamed = grantPaths.filter(
    (path) => (adapter.capabilities[path]?.carried ?? "none") !== "none" && !hasClaim(adapter, path),
  );
  if (unnamed.length === 0) return [];
  const values = fieldValues(now, adapter.limits);
  const claimsOf = (said: FieldValue): Json | undefined => sourceFor(subject, said, now)?.claims;
  const plain = values.filter(({ path }) => path === "plain").map(claimsOf)[0];
  return unnamed.filter((path) =>
    values.some((said) => {
      const claims = said.path === path ? claimsOf(said) : undefined;
      // Content that can only be asked for by a request has no claims at all.
      return claims !== undefined && Object.keys(claims).length > 0 && !sameValue(claims, plain);
    }),
  );
}

/**
 * Paths that this vendor's tokens hold in some claim, while the adapter's table names none for them. Vectors for every vendor
 * write and read claims by the table: what is not named is not examined.
 */
export function unnamedClaims(subject: Subject, now: number): readonly GrantPath[] {
  const paths = known.get(subject) ?? find(subject, now);
  known.set(subject, paths);
  return paths;
}
