import type { AnyAdapter } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import { decodeJson } from "../tokens/base64url.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";

/** The vendor's own properties may be told in the grant, as the token has them; nothing else may. */
function areOwn(extensions: unknown, { vendor }: AnyAdapter, decoded: Json): boolean {
  if (extensions === undefined) return true;
  const own = (decoded["grant"] as Json)["extensions"] as Json | undefined;
  const known = { ...(decoded["residue"] as Json | undefined), ...(own?.[vendor] as Json | undefined) };
  return Object.entries(extensions as Json).every(
    ([name, members]) =>
      name === vendor &&
      Object.entries(members as Json).every(
        ([key, value]) => Object.hasOwn(known, key) && sameValue(value, known[key]),
      ),
  );
}

/** Whether a verifier's grant is what the adapter reads in the very token: a good signature makes it no other grant. */
export function isGrantOf(adapter: AnyAdapter, token: unknown, grant: Json): boolean {
  const claims = frozen(decodeJson(String(token).split(".")[1]) as Json);
  const decoded = plain(adapter.decode(adapter.fromClaims(claims))) as Json;
  const { extensions, ...said } = grant;
  const { extensions: _, ...read } = decoded["grant"] as Json;
  return sameValue(said, read) && areOwn(extensions, adapter, decoded);
}
