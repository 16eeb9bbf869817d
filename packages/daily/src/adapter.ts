import type { Adapter } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { authority } from "./authority.js";
import { capabilities, limits } from "./capabilities.js";
import { fromClaims, toClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { harmless } from "./harmless.js";
import { join } from "./join.js";
import { lint } from "./lint.js";
import type { DailyProperties } from "./properties.js";
import { recognize } from "./recognize.js";
import { residueRules } from "./residue.js";
import { roomRequirements } from "./room-requirements.js";
import { unreadableSettings } from "./unreadable-settings.js";

/** Daily's meeting tokens. */
export const daily: Adapter<"daily", DailyProperties> = deepFreeze({
  specificationVersion: 1 as const,
  vendor: "daily" as const,
  displayName: "Daily",
  issuance: ["sign", "request"] as const,
  verification: ["offline", "remote"] as const,
  // Daily's own bridge for OpenTok writes no `typ`, so that none is required.
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules,
  limits,
  harmless,
  // The characters of a room's name are not documented, so that two names are the same only byte by byte.
  normalizeRoom: (name: string) => name,
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
} satisfies Adapter<"daily", DailyProperties>);
