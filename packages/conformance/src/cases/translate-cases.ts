import type { AnyAdapter } from "@roompass/core/adapter";
import { type FieldValue, fieldValues } from "../moves/field-values.js";
import { type Driver, drivenByCore, drivenBySuite, judgeAtHome, judgeMove } from "../moves/judge-move.js";
import { sourceFor } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { generatedNow } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Observation } from "./case.js";
import { deferred, isNothing } from "./deferred.js";
import { generatedCase } from "./generated-case.js";
import { slug } from "./slug.js";

const isPath = (path: string): boolean => (grantPaths as readonly string[]).includes(path);
const isGivenUp = ({ adapter }: Subject, path: string): boolean =>
  isPath(path) && adapter.capabilities[path as (typeof grantPaths)[number]]?.carried === "none";

type Made = () => Source | undefined;

const makeSource = (subject: Subject, said: FieldValue): Made => deferred(() => sourceFor(subject, said, generatedNow));

const atHome = new WeakMap<Source, readonly string[]>();

/** What the subject makes of its own token: the same for every partner. */
function brokenAtHome(source: Source): readonly string[] {
  const known = atHome.get(source) ?? judgeAtHome(source, generatedNow);
  atHome.set(source, known);
  return known;
}

function observe(source: Source, to: AnyAdapter, subject: Subject, driver: Driver): Observation {
  const { expected, actual, losses } = judgeMove(source, to, generatedNow, { allowNoExpiry: true }, driver);
  const broken = source.adapter === subject.adapter ? [...brokenAtHome(source), ...actual.broken] : actual.broken;
  return { expected, actual: { ...actual, broken }, losses };
}

interface Way {
  readonly direction: "to" | "from";
  readonly subject: Subject;
  readonly partner: Subject;
  readonly said: FieldValue;
  readonly driver: Driver;
}

function translateCase({ direction, subject, partner, said, driver }: Way, made: Made): Case {
  const { path, name } = said;
  const [from, to] = direction === "to" ? [subject, partner] : [partner, subject];
  return generatedCase({
    id: `core.translate.${slug(path)}.${name}.${direction}.${partner.adapter.vendor}`,
    comment: `${path} ${name}, ${from.adapter.displayName} to ${to.adapter.displayName}: nothing wider, everything told`,
    category: "translate",
    flag: "FieldMatrix",
    asked: () => made()?.claims,
    requires: direction === "to" && isPath(path) ? [path as (typeof grantPaths)[number]] : [],
    observe: () => {
      const source = made();
      if (source === undefined) throw new Error(`No token of ${from.adapter.vendor} says ${path} ${name}.`);
      return observe(source, to.adapter, subject, driver);
    },
  });
}

/**
 * Every neutral field with each value that stands for others, from the subject to each partner and back. A field that the
 * subject gives up is listed once, with the first partner; a value that no token of the source's vendor can say is not.
 */
export function translateCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  const own = fieldValues(generatedNow, subject.adapter.limits).map((said) => ({
    said,
    source: makeSource(subject, said),
  }));
  return partners.flatMap((partner, index) => {
    // The way on and the way back, once driven by core for every field, need not be so for every partner.
    const driver = index === 0 ? drivenByCore : drivenBySuite;
    return [
      ...own
        .filter(({ said, source }) => !isNothing(source) || (index === 0 && isGivenUp(subject, said.path)))
        .map(({ said, source }) => translateCase({ direction: "to", subject, partner, said, driver }, source)),
      ...fieldValues(generatedNow, partner.adapter.limits).flatMap((said) => {
        const source = makeSource(partner, said);
        return isNothing(source) ? [] : [translateCase({ direction: "from", subject, partner, said, driver }, source)];
      }),
    ];
  });
}
