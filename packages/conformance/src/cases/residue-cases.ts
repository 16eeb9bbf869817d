import { actualMove, linesOf, pathsOf } from "../moves/actual-move.js";
import { residueSource } from "../moves/residue-source.js";
import type { Source } from "../moves/source.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import type { Case } from "./case.js";
import { deferred } from "./deferred.js";
import { generatedCase } from "./generated-case.js";

/** What becomes of it on the way to another vendor. */
function becomes(source: Source, to: Subject, name: string): string {
  const path = `extensions.${source.adapter.vendor}.${name}`;
  const { moved, refused = [] } = actualMove(source, to.adapter, now);
  if (moved === undefined) return pathsOf(refused).includes(path) ? "refused" : "refused at other paths";
  return linesOf(moved.report).includes(`${path} dropped`) ? "dropped" : "gone without a word";
}

/** In place of an outcome: a rule that nothing can be examined about might as well not be true. */
const notFound = (name: string): string =>
  `no token was found that has it; give claims that have it as \`example.residue["${name}"]\``;

/** What only the vendor has is kept apart, told, and on the way to somebody else refused or, where it is a hint, dropped. */
export function residueCases(subject: Subject, [to]: readonly Subject[]): readonly Case[] {
  const rules = Object.entries(subject.adapter.residueRules).filter(([, { kind }]) => kind !== "covered");
  if (to === undefined) return [];
  return rules.map(([name, { kind }]): Case => {
    const made = deferred(() => residueSource(subject, name, now));
    return generatedCase({
      id: `core.unknown.only-here.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
      comment: `${name}, which has no neutral name, is told, and not passed on without a word`,
      category: "unknown",
      flag: "UnknownKept",
      asked: () => made()?.claims,
      observe: () => {
        const source = made();
        const isTold = source !== undefined && Object.hasOwn(source.decoded.residue, name);
        return {
          expected: { isTold: true, becomes: kind === "hint" ? "dropped" : "refused" },
          actual: { isTold, becomes: source === undefined ? notFound(name) : becomes(source, to, name) },
        };
      },
    });
  });
}
