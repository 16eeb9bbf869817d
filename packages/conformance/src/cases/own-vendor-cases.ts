import { actualMove } from "../moves/actual-move.js";
import { isWrittenText } from "../moves/field-values.js";
import { judgeAtHome } from "../moves/judge-move.js";
import { residueSource } from "../moves/residue-source.js";
import type { Source } from "../moves/source.js";
import { sameValue } from "../run/same-value.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { plain } from "../vectors/freeze.js";
import type { Case, Observation } from "./case.js";
import { deferred, isNothing } from "./deferred.js";
import { generatedCase } from "./generated-case.js";
import { madeSources } from "./made-sources.js";

const soon = now + 30;

/** Everything but the expiry is what it was, and that is as close as it was asked to be. */
function narrowed(source: Source): readonly string[] {
  const { adapter, authority, decoded } = source;
  const { moved } = actualMove(source, adapter, now, { narrow: { expiresAt: soon }, allowNoExpiry: true });
  // A token that begins later is over before it begins.
  if (moved === undefined) return authority.window.highest.notBefore >= soon ? [] : ["refused"];
  const again = adapter.decode(moved.native);
  const window = adapter.authority(moved.native, {}).window.highest;
  return [
    ...(window.expiresAt === soon ? [] : ["still good after it should be over"]),
    ...(sameValue(plain(again.grant), plain({ ...decoded.grant, expiresAt: soon })) ? [] : ["says something else"]),
    ...(sameValue(plain(again.unknown), plain(decoded.unknown)) ? [] : ["lost what nobody knows"]),
  ];
}

/** What an adapter makes of its own vendor's tokens: the same token, but for what the caller takes from it. */
export function ownVendorCases(subject: Subject): readonly Case[] {
  // Text is text, however long: one of each kind is enough here.
  const sources = madeSources(subject).filter(({ said }) => !isWrittenText(said));
  // What the authority tells already may be written in another way.
  const rules = Object.entries(subject.adapter.residueRules).filter(([, { kind }]) => kind !== "covered");
  const kept = rules.flatMap(([name]) => {
    const made = deferred(() => residueSource(subject, name, now));
    if (isNothing(made)) return [];
    return [
      generatedCase({
        id: `core.unknown.kept-here.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
        comment: `${name}, which has no neutral name, is still there when the vendor's own adapter writes the token anew`,
        category: "unknown",
        flag: "UnknownKept",
        asked: () => made()?.claims,
        observe: (): Observation => {
          const source = made();
          return { expected: { broken: [] }, actual: { broken: source === undefined ? [] : judgeAtHome(source, now) } };
        },
      }),
    ];
  });
  return [
    ...kept,
    generatedCase({
      id: "core.translate.narrowed-at-home",
      comment: "a token that is made to end sooner ends then, and is otherwise what it was",
      category: "translate",
      flag: "RoundTrip",
      asked: () => ({ narrow: { expiresAt: soon } }),
      observe: () => {
        const wrong = sources.flatMap(({ said, source }) => {
          const problems = narrowed(source());
          return problems.length === 0 ? [] : [{ says: `${said.path} ${said.name}`, problems }];
        });
        return { expected: { wrong: [] }, actual: { wrong } };
      },
    }),
  ];
}
