import type { Adapter } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { authority } from "./authority.js";
import { capabilities, harmless, limits, residueRules } from "./capabilities.js";
import { fromClaims, toClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { join } from "./join.js";
import { lint } from "./lint.js";
import type { MeteredProperties } from "./properties.js";
import { recognize } from "./recognize.js";
import { roomRequirements } from "./room-requirements.js";
import { unreadableSettings } from "./unreadable-settings.js";

/**
 * Metered's access tokens for the Video SDK and the embed. The vendor alone mints and validates them: there is no signing
 * key, so nothing is signed or checked here.
 */
export const metered: Adapter<"metered", MeteredProperties> = deepFreeze({
  specificationVersion: 1,
  vendor: "metered",
  displayName: "Metered",
  issuance: ["request"],
  verification: ["remote"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules,
  limits,
  harmless,
  // Whether names are compared by case is not documented, so two spellings stay two rooms.
  normalizeRoom: (name) => name,
  recognize,
  fromClaims,
  toClaims,
  decode,
  encode,
  authority,
  unreadableSettings,
  lint,
  join,
  roomRequirements,
} satisfies Adapter<"metered", MeteredProperties>);
