import type { Ceiling, EncodeProblem, Grant, RightPath, RoomSettings } from "@roompass/core/adapter";
import { blockedBy, chooseOption, type Option, readPath } from "@roompass/core/kit";
import { readingsOf, rightsIn } from "./authority.js";

/** `undefined` leaves the field out. */
export type AdminChoice = boolean | undefined;

const makeAdmin: Option<AdminChoice> = { choice: true, readings: readingsOf.admin };

type AdminOptions = readonly [Option<AdminChoice>, ...Option<AdminChoice>[]];

/** The ways to set the one switch of a Metered token, quietest first. */
export const adminOptions: AdminOptions = [
  { choice: undefined, readings: readingsOf.absent },
  { choice: false, readings: readingsOf.member },
  makeAdmin,
];

function optionsIn(room: RoomSettings): AdminOptions {
  return [
    { choice: undefined, readings: rightsIn("absent", room) },
    { choice: false, readings: rightsIn("member", room) },
    { choice: true, readings: rightsIn("admin", room) },
  ];
}

/** The best way to set the switch, in a room with these settings where they are known. */
export function chooseAdmin(ceiling: Ceiling, room?: RoomSettings): AdminChoice {
  return chooseOption(ceiling, room === undefined ? adminOptions : optionsIn(room)).choice;
}

const adminPaths: readonly RightPath[] = [
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
];

/**
 * Who asks for one of an admin's rights gets all of them or none, and issuing never gives what was not said. Core would
 * refuse such a grant without knowing why; this names what is missing.
 */
export function adminProblems(ceiling: Ceiling, grant: Grant): EncodeProblem[] {
  if (ceiling.purpose !== "issue" || chooseAdmin(ceiling) === true) return [];
  const asked = adminPaths.find((path) => readPath(grant, path) === true);
  const missing = blockedBy(ceiling, makeAdmin);
  if (asked === undefined || missing.length === 0 || missing.some((path) => readPath(grant, path) !== undefined))
    return [];
  return [
    {
      path: asked,
      code: "grant.missing",
      message: `Metered has one switch for admins, which also gives ${missing.join(", ")}; the grant does not say so.`,
      cure: "Say these too, or ask for none of an admin's rights.",
    },
  ];
}
