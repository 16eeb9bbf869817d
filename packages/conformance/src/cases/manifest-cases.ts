import type { GrantPath } from "@roompass/core/adapter";
import { plainGrant } from "../moves/make-source.js";
import { holdsAnyway } from "../refusals/refusal-of-value.js";
import { refusalOf, type SeenRefusal } from "../run/refusal.js";
import { sameValue } from "../run/same-value.js";
import { type ExampleValue, exampleValues, grantAt, grantWith } from "../subject/example-values.js";
import { generatedNow } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import { type Made, makeToken } from "../subject/make.js";
import type { Subject } from "../subject/subject.js";
import { exampleGrant } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { manifestChecks } from "./manifest-checks.js";
import { slug } from "./slug.js";

interface About {
  readonly flag: "Manifest" | "Declared";
  readonly asked?: () => unknown;
}

const manifestCase = (id: string, comment: string, about: About, observe: Case["observe"]): Case =>
  generatedCase({ id: `core.manifest.${id}`, comment, category: "manifest", ...about, observe });

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

/** Asks for one value at a path and reads it back: `true`, or what it was refused with last, or `false`. */
async function comesBack(subject: Subject, path: GrantPath, { value }: ExampleValue): Promise<boolean | SeenRefusal> {
  let refused: SeenRefusal | undefined;
  for (const grant of grantsWith(subject, path, value)) {
    try {
      const made = await makeToken(subject, grant, generatedNow);
      const read = grantAt(plain(subject.adapter.decode(made.native as never).grant), path);
      if (sameValue(read, value)) return true;
      if (subject.adapter.capabilities[path].carried === "exact") continue;
      if (holdsAnyway(subject, made, path, value) || mayHold(subject, made, path, value)) return true;
    } catch (error) {
      refused = refusalOf(error);
      if (refused === undefined) throw error;
    }
  }
  return refused ?? false;
}

/** What is asked for at each path that the table does not give up. */
function askedOf(subject: Subject): Readonly<Record<string, unknown>> {
  const asked = plainGrant(subject, generatedNow);
  const paths = grantPaths.filter(
    (path) => grantAt(asked, path) !== undefined && subject.adapter.capabilities[path]?.carried !== "none",
  );
  return Object.fromEntries(paths.map((path) => [path, plain(grantAt(asked, path))]));
}

/** Everything else is asked for on top of it, so that a fault here is the first to look for. */
function exampleCase(subject: Subject): Case {
  const comment = "the example grant is issued, and comes back: most other cases start from its token";
  return manifestCase(
    "example",
    comment,
    { flag: "Declared", asked: () => exampleGrant(subject, generatedNow) },
    async () => {
      const expected = askedOf(subject);
      try {
        const { native } = await makeToken(subject, exampleGrant(subject, generatedNow), generatedNow);
        const read = plain(subject.adapter.decode(native as never).grant);
        const paths = Object.keys(expected);
        return { expected, actual: Object.fromEntries(paths.map((path) => [path, grantAt(read, path)])) };
      } catch (error) {
        const refused = refusalOf(error);
        if (refused === undefined) throw error;
        return { expected, actual: { refused }, code: refused.code };
      }
    },
  );
}

/** `exact` holds every value, `role` and `partly` at least one of them. */
function carriedCase(subject: Subject, path: GrantPath): Case | undefined {
  const { carried } = subject.adapter.capabilities[path];
  const values = valuesOf(subject, path);
  if (carried === "none" || values.length === 0) return undefined;
  const asked = (): unknown => ({ beside: "the example grant", path, values: values.map(({ value }) => value) });
  const comment = `${path} is carried (${carried}): asked for, it comes back`;
  return manifestCase(`carried.${slug(path)}`, comment, { flag: "Declared", asked }, async () => {
    const back: string[] = [];
    let refused: SeenRefusal | undefined;
    for (const one of values) {
      const outcome = await comesBack(subject, path, one);
      if (outcome === true) back.push(one.name);
      else if (outcome !== false) refused = outcome;
    }
    const names = values.map(({ name }) => name);
    const isEnough = carried === "exact" ? back.length === names.length : back.length > 0;
    if (isEnough) return { expected: { comesBack: names }, actual: { comesBack: names } };
    const atLeast = carried === "exact" ? {} : { atLeastOne: true };
    return {
      expected: { comesBack: names, ...atLeast },
      actual: { comesBack: back, ...(refused === undefined ? {} : { refused }) },
      ...(refused === undefined ? {} : { code: refused.code }),
    };
  });
}

/** What the adapter says of itself: its form, and that a token really holds what the table says. */
export function manifestCases(subject: Subject): readonly Case[] {
  const checks = manifestChecks.map(({ id, comment, problems }) =>
    manifestCase(id, comment, { flag: "Manifest" }, () => ({ expected: [], actual: problems(subject) })),
  );
  const { program } = subject;
  if (program !== undefined) {
    const comment = "operations that the program does not offer are answered with `unsupported`";
    const answered = (): readonly string[] => program.answersUnoffered();
    checks.push(
      manifestCase("not-offered", comment, { flag: "Manifest" }, () => ({ expected: [], actual: answered() })),
    );
  }
  if (subject.issue === undefined && subject.plan === undefined) return checks;
  const carried = grantPaths.flatMap((path) =>
    path in subject.adapter.capabilities ? [carriedCase(subject, path)] : [],
  );
  return [exampleCase(subject), ...checks, ...carried.filter((one) => one !== undefined)];
}
