import type { AnyAdapter, Finding, Native } from "@roompass/core/adapter";
import type { Observation } from "../cases/case.js";
import { refusalOf } from "../run/refusal.js";
import type { Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { ExpectedDecoding, ExpectedFinding, Json, VectorInput, VectorTest } from "../vectors/vector.js";

const usualHeader = { alg: "HS256", typ: "JWT" };

const nameOf = ({ id, path }: { readonly id: string; readonly path?: string }): string => `${id} at ${path ?? "token"}`;

const sentence = (name: string, mentions: string | undefined): string =>
  mentions === undefined ? name : `${name}, mentions ${mentions}`;

/** Whether a name stands in a text, and not only as a part of a longer one. */
function stands(name: string, text: string): boolean {
  const parts = text.split(name);
  return parts.some((before, index) => {
    const after = parts[index + 1];
    return after !== undefined && !/[A-Za-z0-9_]$/.test(before) && !/^[A-Za-z0-9_]/.test(after);
  });
}

/** Errors and warnings are compared all of them, infos where one is expected. Of their words only names that are expected. */
function comparedFindings(findings: readonly Finding[], expected: readonly ExpectedFinding[]): string[] {
  const wanted = new Map(expected.map((finding) => [nameOf(finding), finding.mentions]));
  const names = findings
    .filter((finding) => finding.severity !== "info" || wanted.has(nameOf(finding)))
    .map(({ severity, message, cure, ...finding }) => {
      const mentions = wanted.get(nameOf(finding));
      const isMentioned = mentions !== undefined && stands(mentions, `${message} ${cure ?? ""}`);
      return `${severity} ${sentence(nameOf(finding), isMentioned ? mentions : undefined)}`;
    });
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

/** What was read, and what is written again where reading it left nothing to be said. */
interface Read {
  readonly told: Json;
  readonly written?: unknown;
}

/** Some content can only be asked for by a request: a vendor's own token has it, and nobody else can write it. */
function writtenAgain(adapter: AnyAdapter, native: Native<unknown>): unknown {
  try {
    return adapter.toClaims(native);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  }
}

function read(adapter: AnyAdapter, input: VectorInput, expected: ExpectedDecoding): Read {
  const [header, payload] = (input.token as string).split(".");
  const claims = frozen(decodeJson(payload) as Json);
  const native = adapter.fromClaims(claims);
  const { grant, issuance, residue, unknown } = adapter.decode(native);
  const authority = adapter.authority(native, input.room === undefined ? {} : { room: input.room });
  const found = [...native.findings, ...adapter.lint(native, { now: input.now })];
  const told = {
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
  const written = native.findings.length === 0 ? writtenAgain(adapter, native) : undefined;
  return written === undefined ? { told } : { told, written };
}

/**
 * `decode`: a literal token, and the grant, issuance, remainder, findings and authority that reading it gives. A token of
 * which everything was understood is written again as it was.
 */
export function observeDecode({ adapter }: Subject, { input, expect }: VectorTest): Observation {
  const expected = expect as unknown as ExpectedDecoding;
  const { told, written } = read(adapter, input, expected);
  return {
    expected: {
      ...expected,
      ...(written === undefined ? {} : { written: expected.claims }),
      header: expected.header ?? usualHeader,
      findings: expected.findings
        .map((finding) => `${finding.severity} ${sentence(nameOf(finding), finding.mentions)}`)
        .sort(),
    },
    actual: plain(written === undefined ? told : { ...told, written }),
  };
}
