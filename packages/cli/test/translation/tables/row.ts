import type { Refusal, ReportEntry, Translated, TranslationPolicy } from "@roompass/core";
import type { Remedy } from "@roompass/core/adapter";
import type { Attempt, Vendor } from "../vendors.ts";

type Claims = Readonly<Record<string, unknown>>;

/** A translation that passes, in full. Reports and rooms are lines, as `linesOf` writes them. */
export interface Passes {
  readonly properties: Claims;
  readonly report: readonly string[];
  /** What the client passes on joining; nothing when left out. */
  readonly join?: Claims;
  /** What the room needs at the new vendor. */
  readonly room: readonly string[];
}

/** A translation that is refused: every path with the shortest change that would let it pass. */
export interface Refused {
  readonly refused: readonly string[];
}

/** One token and what it becomes at the other vendors. */
export interface Row {
  readonly name: string;
  readonly from: Vendor;
  readonly claims: Claims;
  readonly policy?: TranslationPolicy;
  readonly becomes: { readonly [to in Vendor]?: Passes | Refused };
}

/** `room enable_knocking true`, `policy narrow.expiresAt`. */
function remedyLine({ where, setting, value }: Remedy): string {
  return `${where} ${setting}${value === undefined ? "" : ` ${JSON.stringify(value)}`}`;
}

/** `rights.publish{microphone,camera}` for a folded line. */
function pathLine(path: string, covers: readonly string[] | undefined): string {
  if (covers === undefined) return path;
  return `${path}{${covers.map((covered) => covered.slice(path.length + 1)).join(",")}}`;
}

/** `narrowed rights.admit, try: policy vouch {"admit":true}`. */
function line(kind: string, { path, covers, remedy }: Refusal & Pick<ReportEntry, "covers">): string {
  const what = `${kind}${pathLine(path, covers)}`;
  return remedy === undefined ? what : `${what}, try: ${remedyLine(remedy)}`;
}

const passes = ({ properties, report, join, roomRequirements }: Translated): Passes => ({
  properties: properties as Claims,
  report: report.map((entry) => line(`${entry.kind} `, entry)),
  ...(Object.keys(join).length === 0 ? {} : { join }),
  room: roomRequirements.map(remedyLine),
});

/** What came of a translation, in the words of a row. */
export function outcomeOf({ moved, refusals }: Attempt): Passes | Refused {
  return moved === undefined ? { refused: refusals.map((refusal) => line("", refusal)) } : passes(moved);
}
