import type { Native, Remedy } from "@roompass/core/adapter";
import type { MeteredProperties } from "./properties.js";

/**
 * A room by the token's name has to exist. Unless it is private the token is not needed, and nothing that it withholds
 * is withheld.
 */
export function roomRequirements({ properties }: Native<MeteredProperties>): readonly Remedy[] {
  const { roomName } = properties;
  const named: Remedy[] =
    roomName === undefined ? [] : [{ vendor: "metered", where: "room", setting: "roomName", value: roomName }];
  return [...named, { vendor: "metered", where: "room", setting: "privacy", value: "private" }];
}
