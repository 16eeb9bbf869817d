import type { FieldValue } from "../moves/field-values.js";
import type { Source } from "../moves/source.js";
import { targetRequest } from "../moves/target-request.js";
import { grantAt } from "../subject/example-values.js";
import type { Subject } from "../subject/subject.js";
import { plain } from "../vectors/freeze.js";
import type { Case } from "./case.js";
import { casesOfSources, madeSources } from "./made-sources.js";

/** Some content can only be asked for by a request: no claims stand for it. */
const hasClaims = ({ adapter, claims }: Source): boolean =>
  Object.keys(claims).length > 0 || !adapter.issuance.includes("request");

/** What a token says of the field, and the token itself, read once more after each way of writing it. */
function waysBack(source: Source, { path }: FieldValue): unknown {
  const { adapter, native, decoded, authority } = source;
  const claims = hasClaims(source) ? adapter.toClaims(native) : source.claims;
  const again = hasClaims(source) ? adapter.fromClaims(claims) : native;
  const written = adapter.encode(targetRequest(decoded, authority, true, {})).native;
  const read = adapter.decode(written);
  return {
    claims,
    onTheWire: [again.properties, again.unknown],
    writtenAnew: [written.properties, written.unknown],
    says: path === "plain" ? undefined : grantAt(read.grant, path),
    beside: [read.issuance, read.residue, read.unknown],
  };
}

/** Wire, words and grant are three ways of writing one token: each leads back to the others with nothing lost. */
export function roundTripCases(subject: Subject): readonly Case[] {
  const kind = {
    category: "round-trip",
    name: "",
    flag: "RoundTrip",
    comment: "the token comes back from claims and from the neutral grant as it was",
  } as const;
  return casesOfSources(madeSources(subject), kind, (source, said) => {
    const content = [source.native.properties, source.native.unknown];
    const { issuance, residue, unknown } = source.decoded;
    const expected = {
      claims: source.claims,
      onTheWire: content,
      writtenAnew: content,
      says: said.value,
      beside: [issuance, residue, unknown],
    };
    return { expected: plain(expected), actual: plain(waysBack(source, said)) };
  });
}
