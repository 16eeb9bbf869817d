import type { Adapter } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { authority } from "./authority.js";
import { capabilities, harmless, limits, residueRules } from "./capabilities.js";
import { fromClaims, toClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { join } from "./join.js";
import { lint } from "./lint.js";
import type { VideosdkProperties } from "./properties.js";
import { recognize } from "./recognize.js";
import { roomRequirements } from "./room-requirements.js";

/** Tokens of VideoSDK (videosdk.live): signed on the customer's server with the project's secret. */
export const videosdk: Adapter<"videosdk", VideosdkProperties> = deepFreeze({
  specificationVersion: 1,
  vendor: "videosdk",
  displayName: "VideoSDK",
  issuance: ["sign"],
  verification: ["offline"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules,
  limits,
  harmless,
  // How VideoSDK compares room ids is not documented, so two different spellings are two rooms.
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
} satisfies Adapter<"videosdk", VideosdkProperties>);
