import type { Native, Remedy } from "@roompass/core/adapter";
import type { MeteredProperties } from "./properties.js";

/** Without a private room the token is not needed, and nothing that it withholds is withheld. */
export function roomRequirements(_native: Native<MeteredProperties>): readonly Remedy[] {
  return [{ vendor: "metered", where: "room", setting: "privacy", value: "private" }];
}
