import type { AnyAdapter } from "@roompass/core/adapter";
import type { Subject } from "./subject.js";

/** Why something cannot be examined at all; the message says what was expected. */
export class SubjectError extends Error {
  override name = "SubjectError";
}

const operations = [
  "normalizeRoom",
  "recognize",
  "fromClaims",
  "toClaims",
  "decode",
  "encode",
  "authority",
  "lint",
  "join",
  "roomRequirements",
] as const;

const tables = ["header", "capabilities", "residueRules", "limits", "harmless"] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members that an adapter lacks, by name. */
function missingFrom(adapter: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...["vendor", "displayName"].filter((name) => typeof adapter[name] !== "string"),
    ...["issuance", "verification"].filter((name) => !Array.isArray(adapter[name])),
    ...operations.filter((name) => typeof adapter[name] !== "function"),
    ...tables.filter((name) => !isObject(adapter[name])),
  ];
}

function checkOperations(subject: Readonly<Record<string, unknown>>): void {
  for (const name of ["issue", "plan", "verify"]) {
    if (subject[name] === undefined || typeof subject[name] === "function") continue;
    throw new SubjectError(`\`${name}\` is no function. Leave out what the adapter does not do.`);
  }
}

const switches = ["skip", "only", "exclude", "except", "ignore", "omit", "disable"];

function refuseSwitches(value: Readonly<Record<string, unknown>>): void {
  for (const name of switches) {
    if (!Object.hasOwn(value, name)) continue;
    throw new SubjectError(
      `There is no \`${name}\`: what an adapter cannot do belongs into its \`capabilities\`, for all to see.`,
    );
  }
}

/**
 * Takes what a module exports: an adapter, or a subject with its operations.
 *
 * @throws SubjectError that names what is missing. Only the shape is looked at here; the rest is what the cases are for.
 */
export function checkSubject(value: unknown): Subject {
  if (!isObject(value))
    throw new SubjectError("The export is no object. Export an adapter, or `{ adapter, issue, verify }`.");
  refuseSwitches(value);
  const subject = isObject(value["adapter"]) ? value : { adapter: value };
  const adapter = subject["adapter"] as Readonly<Record<string, unknown>>;
  const missing = missingFrom(adapter);
  if (missing.length > 0)
    throw new SubjectError(`The adapter has no ${missing.map((name) => `\`${name}\``).join(", ")}.`);
  checkOperations(subject);
  if (Object.hasOwn(subject, "skip")) {
    throw new SubjectError(
      "There is no `skip`: what an adapter cannot do belongs into its `capabilities`, for all to see.",
    );
  }
  return subject as unknown as Subject & { readonly adapter: AnyAdapter };
}
