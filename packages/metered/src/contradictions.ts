import type { Finding } from "@roompass/core/adapter";
import type { MeteredProperties } from "./properties.js";

function scopeFindings(properties: MeteredProperties): Finding[] {
  const { roomName, globalToken } = properties;
  if (roomName !== undefined && globalToken === true) {
    return [
      {
        id: "metered.room-conflict",
        severity: "warning",
        path: "data.globalToken",
        message: "`roomName` and `globalToken: true` contradict each other; nobody documents which one wins.",
        cure: "Mint it with one of the two. Until then count on the room only, and fear every room.",
      },
    ];
  }
  if (roomName !== undefined || globalToken === true) return [];
  if (globalToken === false) {
    return [
      {
        id: "metered.unknown-scope",
        severity: "error",
        path: "data.globalToken",
        message: "`globalToken: false` without `roomName`: nobody documents where such a token is good.",
        cure: "Mint it with a `roomName`.",
      },
    ];
  }
  return [
    {
      id: "metered.implicit-any-room",
      severity: "warning",
      path: "data.roomName",
      message: "Neither `roomName` nor `globalToken`: the vendor's guide makes this a token for every room of the app.",
      cure: "Mint it with a `roomName`, or say `globalToken: true` if every room is meant.",
    },
  ];
}

/** A time that stands in both places with two values. Same values in both places say one thing. */
function timeConflict(beside: number | undefined, inside: number | undefined, name: string, path: string): Finding[] {
  if (beside === undefined || inside === undefined || beside === inside) return [];
  return [
    {
      id: "metered.time-conflict",
      severity: "warning",
      path,
      message: `\`${path}\` and \`${name}\` name two different times; the stricter one counts as promised.`,
      cure: "Mint it with one time.",
    },
  ];
}

/** Where a token contradicts itself, or leaves its scope to what the vendor does with silence. */
export function contradictionsOf(properties: MeteredProperties): Finding[] {
  return [
    ...scopeFindings(properties),
    ...timeConflict(properties.exp, properties.expireUnixSec, "exp", "data.expireUnixSec"),
    ...timeConflict(properties.nbf, properties.notBeforeUnixSec, "nbf", "data.notBeforeUnixSec"),
  ];
}
