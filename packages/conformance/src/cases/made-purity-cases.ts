import type { EncodeRequest, Grant } from "@roompass/core/adapter";
import { type FieldValue, fieldValues } from "../moves/field-values.js";
import { grantSaying } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { targetRequest } from "../moves/target-request.js";
import { refusalOf } from "../run/refusal.js";
import { sameValue } from "../run/same-value.js";
import { watched } from "../run/traps.js";
import { generatedNow } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { exampleTenant, statedCeiling } from "../tokens/example-claims.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { casesOfSources, madeSources } from "./made-sources.js";

/** Content that can only be asked for by a request is refused, which is an answer as well. */
function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    const seen = refusalOf(error);
    if (seen === undefined) throw error;
    return { refused: seen.code };
  }
}

/** Everything that an adapter is asked without an account, for one token. */
function everyAnswer({ adapter, claims, native, decoded, authority }: Source): unknown {
  const request = frozen(targetRequest(decoded, authority, true, {}));
  return {
    fromClaims: adapter.fromClaims(claims),
    toClaims: answerOf(() => adapter.toClaims(native)),
    decode: adapter.decode(native),
    encode: adapter.encode(request),
    authority: adapter.authority(native, {}),
    lint: adapter.lint(native, { now: generatedNow }),
    recognize: adapter.recognize({ header: {}, claims }) ?? null,
    join: adapter.join(decoded.grant),
    roomRequirements: adapter.roomRequirements(native),
    normalizeRoom: adapter.normalizeRoom("Blue Room"),
  };
}

async function observe(source: Source, _said: FieldValue): Promise<Observation> {
  const frozenSource = { ...source, claims: frozen(source.claims), decoded: frozen(source.decoded) };
  const { value, touched } = await watched(() => plain(everyAnswer(frozenSource)));
  return {
    expected: { touched: [], value },
    actual: { touched, value: plain(everyAnswer(frozenSource)) },
  };
}

/** What the encoder makes of each grant, asked with what can be changed and with what cannot. */
function observeThawed(subject: Subject): Observation {
  const { adapter } = subject;
  const issuance = { tenant: exampleTenant(subject), issuedAt: generatedNow };
  const differs = fieldValues(generatedNow, adapter.limits).flatMap((said) => {
    const grant = grantSaying(subject, said, generatedNow) as unknown as Grant;
    const request = (): EncodeRequest => ({ grant: structuredClone(grant), ceiling: statedCeiling(grant), issuance });
    const thawed = plain(adapter.encode(request()));
    return sameValue(thawed, plain(adapter.encode(frozen(request())))) ? [] : [`${said.path} ${said.name}`];
  });
  return { expected: { differs: [] }, actual: { differs } };
}

/** Every answer for every kind of token, asked twice on the same frozen input; needs no vectors of the vendor's. */
export function madePurityCases(subject: Subject): readonly Case[] {
  const kind = {
    category: "purity",
    name: "made.",
    flag: "Purity",
    comment: "every answer is the same twice, and nothing is touched",
  } as const;
  return [
    generatedCase({
      id: "core.purity.frozen-or-not",
      comment: "a grant becomes the same token, whether it is frozen or not",
      category: "purity",
      flag: "Purity",
      observe: () => observeThawed(subject),
    }),
    ...casesOfSources(madeSources(subject), kind, observe),
  ];
}
