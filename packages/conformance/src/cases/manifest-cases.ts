import type { GrantPath } from "@roompass/core/adapter";
import { holdsAnyway } from "../refusals/refusal-of-value.js";
import { generatedNow } from "../refusals/refuses.js";
import { refusalOf } from "../run/refusal.js";
import { sameValue } from "../run/same-value.js";
import { type ExampleValue, exampleValues, grantAt, grantWith } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import { type Made, makeToken } from "../subject/make.js";
import type { Subject } from "../subject/subject.js";
import { exampleGrant } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { manifestChecks } from "./manifest-checks.js";
import { flagged } from "./notes.js";
import { slug } from "./refusal-cases.js";

const manifestCase = (id: string, comment: string, flag: "Manifest" | "Declared", observe: Case["observe"]): Case => ({
  id: `core.manifest.${id}`,
  comment,
  category: "manifest",
  level: "MUST",
  since: 1,
  flags: flagged(flag),
  requires: [],
  observe,
});

/** A capture right that is carried partly is often carried for some ways of capturing only. */
const someModes: readonly ExampleValue[] = [{ name: "cloud", value: ["cloud"] }];

function valuesOf({ adapter }: Subject, path: GrantPath): readonly ExampleValue[] {
  const isCapture = path === "rights.record" || path === "rights.livestream" || path === "rights.transcribe";
  const values = exampleValues(path, generatedNow);
  return isCapture && adapter.capabilities[path].carried === "partly" ? [...values, ...someModes] : values;
}

/** The grants in which a value is asked for: alone, with all that its property holds, and with all that comes by a role. */
function grantsWith(subject: Subject, path: GrantPath, value: unknown): readonly Json[] {
  const { capabilities } = subject.adapter;
  const { carried, property } = capabilities[path];
  const { expiresIn: _, ...example } = exampleGrant(subject, generatedNow);
  const alone = grantWith({ ...example, expiresAt: generatedNow + 3600 }, path, value);
  const rights = grantPaths.filter((other) => other.startsWith("rights."));
  const ofOneProperty =
    property === undefined ? [] : rights.filter((other) => capabilities[other].property === property);
  const byRole = carried === "role" ? rights.filter((other) => capabilities[other].carried === "role") : [];
  return [[], ofOneProperty, byRole].map((paths) =>
    paths.reduce<Json>((grant, other) => grantWith(grant, other, value), alone),
  );
}

/** Whether the adapter's reading of a role leaves room for the right. */
function mayHold({ adapter }: Subject, { native }: Made, path: GrantPath, value: unknown): boolean {
  const { rights } = adapter.authority(native as never, {});
  return value === true && rights[path as keyof typeof rights] === "possible";
}

/** Asks for one value at a path and reads it back. */
async function comesBack(subject: Subject, path: GrantPath, { value }: ExampleValue): Promise<boolean> {
  for (const grant of grantsWith(subject, path, value)) {
    try {
      const made = await makeToken(subject, grant, generatedNow);
      const read = grantAt(plain(subject.adapter.decode(made.native as never).grant), path);
      if (sameValue(read, value)) return true;
      if (subject.adapter.capabilities[path].carried === "exact") continue;
      if (holdsAnyway(subject, made, path, value) || mayHold(subject, made, path, value)) return true;
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
    }
  }
  return false;
}

/** `exact` holds every value, `role` and `partly` at least one of them. */
function carriedCase(subject: Subject, path: GrantPath): Case | undefined {
  const { carried } = subject.adapter.capabilities[path];
  const values = valuesOf(subject, path);
  if (carried === "none" || values.length === 0) return undefined;
  const comment = `${path} is carried (${carried}): asked for, it comes back`;
  return manifestCase(`carried.${slug(path)}`, comment, "Declared", async () => {
    const back: string[] = [];
    for (const one of values) if (await comesBack(subject, path, one)) back.push(one.name);
    const names = values.map(({ name }) => name);
    if (carried === "exact") return { expected: names, actual: back };
    return { expected: "at least one", actual: back.length > 0 ? "at least one" : "none" };
  });
}

/** What the adapter says of itself: its form, and that a token really holds what the table says. */
export function manifestCases(subject: Subject): readonly Case[] {
  const checks = manifestChecks.map(({ id, comment, problems }) =>
    manifestCase(id, comment, "Manifest", () => ({ expected: [], actual: problems(subject) })),
  );
  if (subject.issue === undefined && subject.plan === undefined) return checks;
  const carried = grantPaths.flatMap((path) =>
    path in subject.adapter.capabilities ? [carriedCase(subject, path)] : [],
  );
  return [...checks, ...carried.filter((one) => one !== undefined)];
}
