import type { RoomScope } from "../grant/grant.js";
import { powersOverOthers } from "../grant/right-path.js";
import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

function isEveryRoom(room: RoomScope): boolean {
  return typeof room === "object" && "any" in room;
}

function everyRoom({ authority }: LintView): readonly LintProblem[] {
  const { purpose, room } = authority;
  // What only calls the vendor's API does not stand in any room.
  if (!purpose.highest.includes("participant") || !isEveryRoom(room.highest)) return [];
  if (isEveryRoom(room.lowest)) return [{ path: "room", message: "It is good for every room of the account." }];
  const message = "It names a room, but as the vendor documents it, it may be good for every room of the account.";
  return [{ path: "room", message }];
}

function moderatorWithoutIdentity({ authority }: LintView): readonly LintProblem[] {
  if (authority.identity.highest !== null) return [];
  const held = powersOverOthers.some(
    (path) => authority.rights[path] === "allow" || authority.rights[path] === "possible",
  );
  if (!held) return [];
  return [{ path: "participant.id", message: "It makes a moderator of whoever holds it." }];
}

/** Where and for whom something is good. */
export const scopeRules: readonly LintRule[] = [
  {
    id: "lint.every-room",
    severity: "warning",
    summary: "The token is good for every room of the account.",
    cure: "Issue it for one room.",
    checks: "tokens and grants",
    check: everyRoom,
  },
  {
    id: "lint.moderator-without-identity",
    severity: "warning",
    summary: "The token may moderate or admit others and is not bound to a participant.",
    cure: "Bind moderators' tokens to a participant id.",
    checks: "tokens and grants",
    check: moderatorWithoutIdentity,
  },
];
