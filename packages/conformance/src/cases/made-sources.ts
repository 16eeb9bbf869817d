import { type FieldValue, fieldValues } from "../moves/field-values.js";
import { sourceFor } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { generatedNow } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Category, Observation } from "./case.js";
import { deferred, isNothing } from "./deferred.js";
import { generatedCase } from "./generated-case.js";
import type { GeneratedFlag } from "./notes.js";
import { slug } from "./slug.js";

/** A token of the subject's that says one thing, made when the case runs where making it throws. */
export interface MadeSource {
  readonly said: FieldValue;
  readonly source: () => Source;
}

/** One token for each thing that the subject's tokens can say. */
export function madeSources(subject: Subject): readonly MadeSource[] {
  return fieldValues(generatedNow, subject.adapter.limits).flatMap((said): MadeSource[] => {
    const made = deferred(() => sourceFor(subject, said, generatedNow));
    return isNothing(made) ? [] : [{ said, source: made as () => Source }];
  });
}

/** A case for each of these tokens. */
export function casesOfSources(
  sources: readonly MadeSource[],
  { category, name, flag, comment }: { category: Category; name: string; flag: GeneratedFlag; comment: string },
  observe: (source: Source, said: FieldValue) => Observation | Promise<Observation>,
): readonly Case[] {
  return sources.map(({ said, source }) =>
    generatedCase({
      id: `core.${category}.${name}${slug(said.path)}.${said.name}`,
      comment: `${said.path} ${said.name}: ${comment}`,
      category,
      flag,
      asked: () => source().claims,
      observe: () => observe(source(), said),
    }),
  );
}
