import type { Reading, StatedReading } from "./authority.js";
import type { Wording } from "./statements.js";

/** How one right of a target compares with the same right of a source. */
export type Verdict = "equal" | "assumed" | "narrowed" | "advisory" | "moved" | "wider";

/**
 * How silence on the source is read. `nothing` takes every silent right as unknown, and lets nothing pass that
 * `documented-defaults` would not.
 */
export type Assume = "documented-defaults" | "nothing";

export interface VerdictContext {
  readonly assume: Assume;
  /** Both tokens are of one vendor: the same statement is equal, whatever it is worth. */
  readonly sameVendor: boolean;
  /** And of one account and room with the same settings: the same silence is equal too. */
  readonly samePlace: boolean;
}

type SourceReading = "allow" | "default(allow)" | "deny" | "default(deny)" | "unknown";
type TargetReading = "deny" | "allow" | "possible" | "default(allow)" | "unknown";

/** The definition of the order on rights. No number stands behind it: every cell is a decision. */
const table: Readonly<Record<SourceReading, Readonly<Record<TargetReading, Verdict>>>> = {
  allow: { deny: "narrowed", allow: "equal", possible: "advisory", "default(allow)": "equal", unknown: "moved" },
  "default(allow)": {
    deny: "narrowed",
    allow: "assumed",
    possible: "wider",
    "default(allow)": "assumed",
    unknown: "assumed",
  },
  deny: { deny: "equal", allow: "wider", possible: "wider", "default(allow)": "wider", unknown: "wider" },
  "default(deny)": { deny: "equal", allow: "wider", possible: "wider", "default(allow)": "wider", unknown: "advisory" },
  unknown: { deny: "narrowed", allow: "wider", possible: "wider", "default(allow)": "advisory", unknown: "advisory" },
};

const sourceReadings: Readonly<Record<StatedReading, SourceReading>> = {
  allow: "allow",
  deny: "deny",
  "deny, liftable": "deny",
  possible: "unknown",
  "default(allow)": "default(allow)",
  "default(deny)": "default(deny)",
  "default(deny), liftable": "default(deny)",
  unknown: "unknown",
  ungoverned: "unknown",
  "ungoverned, everyone": "default(allow)",
};

const targetReadings: Readonly<Record<StatedReading, TargetReading>> = {
  allow: "allow",
  deny: "deny",
  "deny, liftable": "unknown",
  possible: "possible",
  "default(allow)": "default(allow)",
  "default(deny)": "deny",
  "default(deny), liftable": "unknown",
  unknown: "unknown",
  ungoverned: "unknown",
  "ungoverned, everyone": "unknown",
};

/** Whether the token itself speaks; everything else is silence that somebody else fills. */
export function isExplicit(reading: StatedReading): boolean {
  return reading === "allow" || isDenial(reading) || reading === "possible";
}

/** Whether the token says no, however surely that holds. */
export function isDenial(reading: StatedReading): boolean {
  return reading === "deny" || reading === "deny, liftable";
}

/** A stated reading as it counts on the source. */
export function readSource(stated: StatedReading, assume: Assume): SourceReading {
  return assume === "nothing" && !isExplicit(stated) ? "unknown" : sourceReadings[stated];
}

/** A stated reading as it counts on the target. */
export function readTarget(stated: StatedReading): TargetReading {
  return targetReadings[stated];
}

/**
 * Whether the same reading means the same on both sides. `possible` is not one statement but what several may read as;
 * so are `unknown` where the token says something that nobody documents, and `deny, liftable` where the token tells why.
 * All others have one meaning each.
 */
function isSameStatement(reading: StatedReading, wording: Wording): boolean {
  if (reading === "possible") return wording === "same";
  return (reading !== "unknown" && reading !== "deny, liftable") || wording !== "different";
}

/**
 * Compares one right. Total: every pair of readings has a verdict.
 *
 * @param wording How what two tokens of one vendor say word for word compares; an encoder, which chooses before there is
 *   a second token, takes it to be the same, and core reads back what became of it.
 */
export function judge(
  source: StatedReading,
  target: StatedReading,
  context: VerdictContext,
  wording: Wording = "same",
): Verdict {
  const isSame = source === target && isSameStatement(source, wording);
  if (isSame && context.sameVendor && (context.samePlace || isExplicit(source))) return "equal";
  const column = readTarget(target);
  // Who does not rely on documents for what is allowed does not rely on them less for what is denied.
  if (table[sourceReadings[source]][column] === "wider") return "wider";
  return table[readSource(source, context.assume)][column];
}

/** The readings a person is shown; the side-dependent spellings are an adapter's matter. */
export function plainReading(stated: StatedReading): Reading {
  if (stated === "deny, liftable") return "deny";
  if (stated === "default(deny), liftable") return "default(deny)";
  if (stated === "ungoverned, everyone") return "ungoverned";
  return stated;
}
