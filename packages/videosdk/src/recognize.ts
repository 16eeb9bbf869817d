import type { Evidence, Recognition } from "@roompass/core/adapter";
import { videosdkPermissions } from "./properties.js";

const permissionNames: ReadonlySet<unknown> = new Set(videosdkPermissions);

/** Whether a token is VideoSDK's: no other known vendor writes `apikey` and a list of these permissions. */
export function recognize({ claims }: Evidence): Recognition | undefined {
  if (!Object.hasOwn(claims, "apikey") || typeof claims["apikey"] !== "string") return undefined;
  if (!Object.hasOwn(claims, "permissions")) {
    return { confidence: "possible", reason: "It has the claim `apikey`." };
  }
  const { permissions } = claims;
  if (Array.isArray(permissions) && permissions.some((permission) => permissionNames.has(permission))) {
    return { confidence: "certain", reason: "It has the claim `apikey` and a list of VideoSDK's permissions." };
  }
  return { confidence: "likely", reason: "It has the claims `apikey` and `permissions`." };
}
