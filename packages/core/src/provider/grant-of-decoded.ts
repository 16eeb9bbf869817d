import type { AnyAdapter } from "../adapter/adapter.js";
import type { Decoded } from "../adapter/native.js";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant } from "../grant/grant.js";

/**
 * The grant as users see it: what the token states, and the vendor's own remaining properties under `extensions`. What a
 * role flag says is left out there: it is already told by the rights, and could not be written back by hand.
 */
export function grantOfDecoded(decoded: Decoded, adapter: AnyAdapter): Grant {
  const own = Object.entries(decoded.residue).filter(([key]) => adapter.residueRules[key]?.kind !== "covered");
  if (own.length === 0) return deepFreeze(decoded.grant);
  return deepFreeze({ ...decoded.grant, extensions: { [adapter.vendor]: Object.fromEntries(own) } });
}
