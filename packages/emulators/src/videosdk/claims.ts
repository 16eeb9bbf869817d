import type { Members } from "../emulator/model.js";

export const permissions = ["allow_join", "ask_join", "allow_mod"] as const;
export type Permission = (typeof permissions)[number];

/** Lists are read as lists, and a single text as a list of one; everything else is an empty list. */
function textsIn(value: unknown): readonly string[] {
  const list = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  return list.filter((item) => typeof item === "string");
}

export function permissionsOf(claims: Members): readonly Permission[] {
  const texts = textsIn(claims["permissions"]);
  return permissions.filter((permission) => texts.includes(permission));
}

/** `roomId`, `participantId` and `roles` hold from version 2 on; nobody documents what they do without it. */
export function areScopesRead(claims: Members): boolean {
  return claims["version"] === 2;
}

/** A scope that holds: a text that is not empty, in a token of version 2. */
export function scopeOf(claims: Members, name: "roomId" | "participantId"): string | undefined {
  const value = claims[name];
  return areScopesRead(claims) && typeof value === "string" && value !== "" ? value : undefined;
}

/** Whether the token's roles leave room for this one; without roles nothing is ruled out. */
export function hasRole(claims: Members, role: "rtc" | "crawler"): boolean {
  const roles = textsIn(claims["roles"]);
  return !areScopesRead(claims) || roles.length === 0 || roles.includes(role);
}

/** From when on nobody gets in with it; only a number is an expiry. */
export function hasExpired(claims: Members, at: number): boolean {
  const exp = claims["exp"];
  return typeof exp === "number" && at >= exp;
}
