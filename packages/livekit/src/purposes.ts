import type { Bounds, Purpose } from "@roompass/core/adapter";
import { accountRights, groupNames, type LivekitProperties } from "./properties.js";

/** Whether the token joins a room, as far as its switch says. */
export function joins({ video }: LivekitProperties): boolean {
  return video?.roomJoin === true;
}

/** The rights that hold for the whole project and that the token has, as dotted claim paths. */
export function accountRightsOf(properties: LivekitProperties): readonly string[] {
  const held: string[] = [];
  for (const group of groupNames) {
    const members = properties[group] as Readonly<Record<string, unknown>> | undefined;
    if (members === undefined) continue;
    for (const name of accountRights[group]) {
      if (Object.hasOwn(members, name) && members[name] === true) held.push(`${group}.${name}`);
    }
  }
  return held;
}

/**
 * Who the token is bound to. LiveKit's Go code takes `jti` where `sub` is missing, as its oldest tokens had it; in a
 * token that does not join it is a token id and nothing more.
 */
export function identityOf(properties: LivekitProperties): string | undefined {
  const { sub, jti } = properties;
  if (sub !== undefined && sub !== "") return sub;
  return joins(properties) && jti !== "" ? jti : undefined;
}

/**
 * Whether the token calls the server API: with a right for the whole project, or as an admin who does not join. An admin
 * who joins is a participant who moderates.
 */
function callsServer(properties: LivekitProperties): boolean {
  return accountRightsOf(properties).length > 0 || (properties.video?.roomAdmin === true && !joins(properties));
}

/** What the token says that it is for, sorted; empty where it gives nothing at all. */
export function purposesOf(properties: LivekitProperties): readonly Purpose[] {
  return [...(callsServer(properties) ? ["api" as const] : []), ...(joins(properties) ? ["participant" as const] : [])];
}

/** Without a room or an identity the documents refuse to join, and what a server does is another matter. */
export function purposeBounds(properties: LivekitProperties): Bounds<readonly Purpose[]> {
  const highest = purposesOf(properties);
  const surelyJoins = properties.video?.room !== undefined && identityOf(properties) !== undefined;
  return { lowest: surelyJoins ? highest : highest.filter((purpose) => purpose !== "participant"), highest };
}
