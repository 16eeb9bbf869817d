import { grantAt } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Json } from "../vectors/vector.js";
import { grantWithout } from "./random-grant.js";

const needed: ReadonlySet<string> = new Set(["purpose", "room", "expiresAt"]);

/**
 * The smallest grant that still fails: one field after the other is left out as long as the failure stays. A field that no
 * grant is without takes the plain grant's value instead.
 */
export function shrunk(grant: Json, plain: Json, stillFails: (smaller: Json) => boolean): Json {
  let smallest = grant;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const path of grantPaths) {
      const value = grantAt(smallest, path);
      if (value === undefined || (needed.has(path) && value === plain[path])) continue;
      const smaller = needed.has(path) ? { ...smallest, [path]: plain[path] } : grantWithout(smallest, path);
      if (JSON.stringify(smaller) === JSON.stringify(smallest) || !stillFails(smaller)) continue;
      smallest = smaller;
      isSmaller = true;
    }
  }
  return smallest;
}
