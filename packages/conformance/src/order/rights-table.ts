// A second copy of the order on rights, kept as data and written from the document that defines it. It shares no code with
// the order that it checks.

/** Every right, in the order in which a translation prefers to keep them. */
export const rights = [
  "rights.publish.microphone",
  "rights.publish.camera",
  "rights.publish.screen",
  "rights.publish.screenAudio",
  "rights.publish.custom",
  "rights.publish.data",
  "rights.subscribe",
  "rights.visible",
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
] as const;

/** One of `rights`. */
export type Right = (typeof rights)[number];

/** What a token says about one right, as it stands, before it is read as a source or as a target. */
export const answers = [
  "allow",
  "deny",
  "deny, liftable",
  "possible",
  "default(allow)",
  "default(deny)",
  "default(deny), liftable",
  "unknown",
  "ungoverned",
  "ungoverned, everyone",
] as const;

/** One of `answers`. */
export type Said = (typeof answers)[number];

/** What a new token's answer is to an old one's; only `wider` gives more. */
export type Verdict = "equal" | "assumed" | "advisory" | "moved" | "narrowed" | "wider";

/** What can be lifted is still denied on the source; what every participant may is allowed there by default. */
const asSource: Readonly<Record<Said, string>> = {
  allow: "allow",
  deny: "deny",
  "deny, liftable": "deny",
  possible: "unknown, possible",
  "default(allow)": "default(allow)",
  "default(deny)": "default(deny)",
  "default(deny), liftable": "default(deny)",
  unknown: "unknown, possible",
  ungoverned: "unknown, possible",
  "ungoverned, everyone": "default(allow)",
};

/** On the target a denial counts only where nothing can lift it, and what cannot be withheld is not certain either. */
const asTarget: Readonly<Record<Said, string>> = {
  allow: "allow",
  deny: "deny, default(deny)",
  "deny, liftable": "unknown, ungoverned",
  possible: "possible",
  "default(allow)": "default(allow)",
  "default(deny)": "deny, default(deny)",
  "default(deny), liftable": "unknown, ungoverned",
  unknown: "unknown, ungoverned",
  ungoverned: "unknown, ungoverned",
  "ungoverned, everyone": "unknown, ungoverned",
};

const table = `
source            | deny, default(deny) | allow   | possible | default(allow) | unknown, ungoverned
allow             | narrowed            | equal   | advisory | equal          | moved
default(allow)    | narrowed            | assumed | wider    | assumed        | assumed
deny              | equal               | wider   | wider    | wider          | wider
default(deny)     | equal               | wider   | wider    | wider          | advisory
unknown, possible | narrowed            | wider   | wider    | advisory       | advisory
`;

function readTable(text: string): ReadonlyMap<string, Verdict> {
  const [head = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const cells = rows.flatMap(([source, ...verdicts]) =>
    verdicts.map((verdict, index) => [`${source} -> ${head[index + 1]}`, verdict as Verdict] as const),
  );
  return new Map(cells);
}

const cells = readTable(table);

/** How the two tokens stand to each other. */
export interface Sight {
  /** Takes nothing for granted that the source does not say itself. */
  readonly assumesNothing?: boolean;
  /** One vendor: the same statement is the same. */
  readonly sameVendor?: boolean;
  /** One vendor, one account, one room: the same silence is the same, too. */
  readonly samePlace?: boolean;
  /** Whether what may mean several things is said in the same words. Default true. */
  readonly sameWords?: boolean;
}

const statements: readonly Said[] = ["allow", "deny", "deny, liftable", "possible"];

const isStatement = (said: Said): boolean => statements.includes(said);

/** A role that may include a right is one of many; so is what is said and not documented, and a reason to doubt a denial. */
const hasManyMeanings = (said: Said): boolean => ["possible", "unknown", "deny, liftable"].includes(said);

/**
 * How one right came out.
 *
 * @throws Error for what is none of `answers`.
 */
export function verdictOf(before: Said, after: Said, sight: Sight = {}): Verdict {
  const isOne = before === after && !(sight.sameWords === false && hasManyMeanings(before));
  if (isOne && (sight.samePlace === true || (sight.sameVendor === true && isStatement(before)))) return "equal";
  const documented = cells.get(`${asSource[before]} -> ${asTarget[after]}`);
  if (documented === undefined) throw new Error(`The table has no cell for ${before} and ${after}.`);
  // Taking nothing for granted lets nothing pass that would not pass otherwise.
  if (sight.assumesNothing !== true || isStatement(before) || documented === "wider") return documented;
  return cells.get(`unknown, possible -> ${asTarget[after]}`) ?? documented;
}

/** Whether a target's right is neither given nor withheld for certain. */
export function isOpen(after: Said): boolean {
  return asTarget[after] === "unknown, ungoverned";
}

/** Whether a target's right is withheld for certain. */
export function isWithheld(after: Said): boolean {
  return asTarget[after] === "deny, default(deny)";
}

/** Whether a source's right is only what its vendor documents for silence. */
export function isAllowedBySilence(before: Said, sight: Sight = {}): boolean {
  return asSource[before] === "default(allow)" && sight.assumesNothing !== true;
}
