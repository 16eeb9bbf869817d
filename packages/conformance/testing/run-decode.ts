// Reads a literal token with core's parser and one adapter, and puts what came out beside what is expected.
import type { AnyAdapter, Finding } from "@roompass/core/adapter";
import { parseCompact } from "@roompass/core/kit";
import { type GoldenResult, plain } from "./golden-subject.ts";
import type { ExpectedDecoding, ExpectedFinding, Json, VectorInput } from "./vector-file.ts";

const usualHeader = { alg: "HS256", typ: "JWT" };

const nameOf = ({ id, path }: { readonly id: string; readonly path?: string }): string => `${id} at ${path ?? "token"}`;

/** Errors and warnings are compared all of them, infos where one is expected. */
function comparedFindings(findings: readonly Finding[], expected: readonly ExpectedFinding[]): string[] {
  const wanted = new Set(expected.map(nameOf));
  const names = findings
    .filter((finding) => finding.severity !== "info" || wanted.has(nameOf(finding)))
    .map((finding) => `${finding.severity} ${nameOf(finding)}`);
  return [...new Set(names)].sort();
}

/** The expected components of the authority, and of the rights those that are expected. */
function comparedAuthority(actual: Json, expected: Json): Json {
  return Object.fromEntries(
    Object.entries(expected).map(([component, value]) => {
      const read = actual[component];
      if (component !== "rights") return [component, read];
      return [component, Object.fromEntries(Object.keys(value as Json).map((path) => [path, (read as Json)[path]]))];
    }),
  );
}

function observe(adapter: AnyAdapter, input: VectorInput, expected: ExpectedDecoding): Json {
  const parsed = parseCompact(input.token, { header: adapter.header });
  const native = adapter.fromClaims(parsed.claims ?? {});
  const { grant, issuance, residue, unknown } = adapter.decode(native);
  const authority = adapter.authority(native, input.room === undefined ? {} : { room: input.room });
  const found = [...native.findings, ...adapter.lint(native, { now: input.now })];
  return {
    outcome: "ok",
    form: parsed.findings.map(nameOf),
    header: parsed.header,
    claims: parsed.claims,
    grant,
    issuance,
    ...(expected.residue === undefined ? {} : { residue }),
    unknown,
    findings: comparedFindings(found, expected.findings),
    ...(expected.authority === undefined
      ? {}
      : { authority: comparedAuthority(authority as unknown as Json, expected.authority) }),
  };
}

export function runDecode(adapter: AnyAdapter, input: VectorInput, expected: ExpectedDecoding): GoldenResult {
  const first = plain(observe(adapter, input, expected));
  const second = plain(observe(adapter, input, expected));
  const wanted = {
    ...expected,
    form: [],
    header: expected.header ?? usualHeader,
    findings: expected.findings.map((finding) => `${finding.severity} ${nameOf(finding)}`).sort(),
  };
  return { expected: { first: wanted, second: wanted }, actual: { first, second } };
}
