import type { Finding } from "@roompass/core/adapter";
import type { DailyPermissions, DailyProperties } from "./properties.js";

/** Custom tracks in a list: Daily documents their codes for its SDK, not for tokens. */
export function customSendFinding(canSend: DailyPermissions["canSend"]): Finding | undefined {
  if (typeof canSend !== "object" || !(canSend.includes("customVideo") || canSend.includes("customAudio")))
    return undefined;
  return {
    id: "daily.custom-send",
    severity: "warning",
    path: "p.cs",
    message: "`canSend` lists custom tracks, which Daily documents for its SDK only.",
    cure: "Check that Daily takes the list, or allow or deny every kind of media.",
  };
}

/** Permissions are for those who are no owners. */
export function ownerFinding(properties: DailyProperties): Finding | undefined {
  const isLimited = properties.permissions !== undefined && Object.keys(properties.permissions).length > 0;
  if (properties.is_owner !== true || !isLimited) return undefined;
  return {
    id: "daily.owner-with-permissions",
    severity: "warning",
    path: "p",
    message: "An owner's token has permissions, which Daily documents for others only; whether they hold is not known.",
    cure: "Leave `is_owner` out and list what may be administered in `permissions.canAdmin`.",
  };
}
