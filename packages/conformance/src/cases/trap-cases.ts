import type { GrantPath } from "@roompass/core/adapter";
import { actualMove, pathsOf } from "../moves/actual-move.js";
import { plainGrant, tokenFor } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { type Trap, traps } from "../moves/traps.js";
import { powersOfAuthority } from "../order/index.js";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Observation } from "./case.js";
import { deferred, isNothing } from "./deferred.js";
import { generatedCase } from "./generated-case.js";

const isPath = (path: string): path is GrantPath => (grantPaths as readonly string[]).includes(path);

/** The token that says what a trap is about, or `undefined` where this vendor's tokens cannot say it. */
function sourceOfTrap(subject: Subject, { says }: Trap): Source | undefined {
  const entries = Object.entries(says);
  const grant = entries.reduce((said, [path, value]) => grantWith(said, path, value), plainGrant(subject, now));
  const { source, isWhole } = tokenFor(subject, grant as never, now);
  const read = subject.adapter.decode(source.native).grant;
  return isWhole && entries.every(([path, value]) => sameValue(grantAt(read, path), value)) ? source : undefined;
}

/** The new token, read by its own vendor's adapter, keeps the restriction; or there is no new token. */
function observe(source: Source, to: Subject, { isKept, isAlwaysRefusedAt }: Trap): Observation {
  const { moved, refused = [] } = actualMove(source, to.adapter, now);
  const paths = pathsOf(refused);
  if (isAlwaysRefusedAt !== undefined) {
    return { expected: { isRefused: true }, actual: { isRefused: paths.includes(isAlwaysRefusedAt) } };
  }
  if (moved === undefined) return { expected: { isRefused: true }, actual: { isRefused: paths.length > 0 } };
  const after = powersOfAuthority(to.adapter.authority(moved.native, {}));
  const isLost = !isKept(after);
  return {
    expected: { isKept: true },
    actual: isLost ? { isKept: false, becomes: moved.properties } : { isKept: true },
  };
}

type Made = () => Source | undefined;

function trapCase(trap: Trap, subject: Subject, partner: Subject, direction: "to" | "from", source: Made): Case {
  const [from, to] = direction === "to" ? [subject, partner] : [partner, subject];
  return generatedCase({
    id: `core.widening.${trap.name}.${direction}.${partner.adapter.vendor}`,
    comment: `${from.adapter.displayName} to ${to.adapter.displayName}: ${trap.comment}`,
    category: "widening",
    flag: "Trap",
    asked: () => source()?.claims,
    requires: direction === "to" && isPath(trap.path) ? [trap.path] : [],
    observe: () => {
      const made = source();
      if (made === undefined) throw new Error(`No token of ${from.adapter.vendor} says ${trap.name}.`);
      return observe(made, to, trap);
    },
  });
}

const madeBy = (subject: Subject, trap: Trap): Made => deferred(() => sourceOfTrap(subject, trap));

/**
 * Every restriction that translators are known to lose, on every way between the subject and its partners: kept or
 * refused. One that the subject gives up is listed once, with the first partner.
 */
export function trapCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  const isGivenUp = ({ path }: Trap): boolean => isPath(path) && subject.adapter.capabilities[path]?.carried === "none";
  const own = traps(now).map((trap) => ({ trap, made: madeBy(subject, trap) }));
  return partners.flatMap((partner, index) => [
    ...own
      .filter(({ trap, made }) => !isNothing(made) || (index === 0 && isGivenUp(trap)))
      .map(({ trap, made }) => trapCase(trap, subject, partner, "to", made)),
    ...traps(now).flatMap((trap) => {
      const made = madeBy(partner, trap);
      return isNothing(made) ? [] : [trapCase(trap, subject, partner, "from", made)];
    }),
  ]);
}
