import type { Adapter } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { authority } from "./authority.js";
import { capabilities, harmless, limits, residueRules } from "./capabilities.js";
import { fromClaims, toClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { join } from "./join.js";
import { lint } from "./lint.js";
import type { LivekitProperties } from "./properties.js";
import { recognize } from "./recognize.js";
import { roomRequirements } from "./room-requirements.js";

/** Tokens of LiveKit, hosted or one's own server: signed on the customer's server with the project's API secret. */
export const livekit: Adapter<"livekit", LivekitProperties> = deepFreeze({
  specificationVersion: 1,
  vendor: "livekit",
  displayName: "LiveKit",
  issuance: ["sign"],
  verification: ["offline"],
  // LiveKit's Node package writes no `typ`, its Go package `JWT`.
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules,
  limits,
  harmless,
  // The server compares names as they are.
  normalizeRoom: (name) => name,
  recognize,
  fromClaims,
  toClaims,
  decode,
  encode,
  authority,
  lint,
  join,
  roomRequirements,
} satisfies Adapter<"livekit", LivekitProperties>);
