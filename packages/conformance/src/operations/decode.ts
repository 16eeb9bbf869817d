import type { AnyAdapter, Finding } from "@roompass/core/adapter";
import type { Observation } from "../cases/case.js";
import type { Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { ExpectedDecoding, ExpectedFinding, Json, VectorInput, VectorTest } from "../vectors/vector.js";

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

function read(adapter: AnyAdapter, input: VectorInput, expected: ExpectedDecoding): Json {
  const [header, payload] = (input.token as string).split(".");
  const claims = frozen(decodeJson(payload) as Json);
  const native = adapter.fromClaims(claims);
  const { grant, issuance, residue, unknown } = adapter.decode(native);
  const authority = adapter.authority(native, input.room === undefined ? {} : { room: input.room });
  const found = [...native.findings, ...adapter.lint(native, { now: input.now })];
  return {
    outcome: "ok",
    header: decodeJson(header),
    claims,
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

/** `decode`: a literal token, and the grant, issuance, remainder, findings and authority that reading it gives. */
export function observeDecode({ adapter }: Subject, { input, expect }: VectorTest): Observation {
  const expected = expect as unknown as ExpectedDecoding;
  return {
    expected: {
      ...expected,
      header: expected.header ?? usualHeader,
      findings: expected.findings.map((finding) => `${finding.severity} ${nameOf(finding)}`).sort(),
    },
    actual: plain(read(adapter, input, expected)),
  };
}
