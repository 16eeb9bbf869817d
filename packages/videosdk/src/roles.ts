import type { Purpose } from "@roompass/core/adapter";
import { type VideosdkRole, videosdkRoles } from "./properties.js";

const purposeOfRole: Readonly<Record<VideosdkRole, Purpose>> = { crawler: "api", rtc: "participant" };

/** Every purpose, sorted. */
export const everyPurpose: readonly Purpose[] = Object.freeze<Purpose[]>(["api", "participant"]);

/** The purposes that roles name, as a sorted set; `undefined` where they name none. */
export function purposeOfRoles(roles: readonly VideosdkRole[] | undefined): readonly Purpose[] | undefined {
  const purposes = everyPurpose.filter((purpose) => roles?.some((role) => purposeOfRole[role] === purpose));
  return purposes.length === 0 ? undefined : purposes;
}

/** The roles that give these purposes and no other. */
export function rolesOfPurpose(purpose: readonly Purpose[]): readonly VideosdkRole[] {
  return videosdkRoles.filter((role) => purpose.includes(purposeOfRole[role]));
}
