import { type Authority, captureModeNames, rightNames, rightPaths, type SubscribeSelection } from "@roompass/core";
import { plainReading } from "@roompass/core/kit";
import type { Colours } from "./colours.js";
import { listOf } from "./layout.js";
import { printable } from "./printable.js";
import { joinRights } from "./right-names.js";

type RightPath = (typeof rightPaths)[number];
type Reading = ReturnType<typeof plainReading>;

/** How each reading is told, most certain permission first. */
const groups: readonly (readonly [reading: Reading, label: string, paint: keyof Colours])[] = [
  ["allow", "Yes", "good"],
  ["possible", "Perhaps, by a role", "caution"],
  ["default(allow)", "Yes, by default", "good"],
  ["ungoverned", "Not the token's say", "caution"],
  ["unknown", "Nobody says", "caution"],
  ["default(deny)", "No, by default", "quiet"],
  ["deny", "No", "bad"],
];

function kindsOf(selection: SubscribeSelection): string {
  const { base, byParticipantId } = selection;
  const kinds =
    typeof base === "boolean"
      ? [base ? "everything" : "nothing"]
      : Object.entries(base)
          .filter(([, allowed]) => allowed)
          .map(([kind]) => kind);
  const named = Object.keys(byParticipantId ?? {}).map((id) => `"${printable(id)}"`);
  const others = named.length === 0 ? "" : `, with other rules for ${listOf(named)}`;
  return `${listOf(kinds.length === 0 ? ["nothing"] : kinds)}${others}`;
}

function nameOf(path: RightPath, authority: Authority): string {
  const name = rightNames[path];
  if (path === "rights.subscribe") {
    const selection = authority.subscribeSelection;
    return selection === undefined ? name : `${name} (${kindsOf(selection)})`;
  }
  const modes = authority.modes?.[path as keyof NonNullable<Authority["modes"]>];
  return modes === undefined ? name : `${name} ${listOf(modes.map((mode) => captureModeNames[mode]))}`;
}

/** What the holder may do, as rows of an answer and the rights that it holds for. */
export function rightsRows(authority: Authority, colours: Colours): (readonly [string, string])[] {
  return groups.flatMap(([reading, label, paint]) => {
    const names = rightPaths
      .filter((path) => plainReading(authority.rights[path]) === reading)
      .map((path) => nameOf(path, authority));
    return names.length === 0 ? [] : [[colours[paint](label), joinRights(names)] as const];
  });
}

/** The readings by path, as `--json` gives them. */
export function readingsByPath(authority: Authority): Record<RightPath, Reading> {
  const readings = {} as Record<RightPath, Reading>;
  for (const path of rightPaths) readings[path] = plainReading(authority.rights[path]);
  return readings;
}
