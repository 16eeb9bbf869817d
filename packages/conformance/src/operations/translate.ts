import { inspectToken } from "@roompass/core";
import type { AnyAdapter, Remedy } from "@roompass/core/adapter";
import type { Loss, Observation } from "../cases/case.js";
import { actualMove, unfolded } from "../moves/actual-move.js";
import { type Source, sourceOf } from "../moves/source.js";
import type { Subject } from "../subject/subject.js";
import { encodeJson } from "../tokens/base64url.js";
import { plain } from "../vectors/freeze.js";
import type { Json, VectorTest } from "../vectors/vector.js";

/** One line of an expected report, or of an expected refusal, which has no kind. */
interface Line {
  readonly path: string;
  readonly kind?: string;
  readonly remedy?: Json;
}

/** Whose account a remedy is about goes without saying. */
const remedyOf = ({ where, setting, value }: Remedy): Json => ({
  where,
  setting,
  ...(value === undefined ? {} : { value }),
});

interface Entry {
  readonly path: string;
  readonly kind?: string;
  readonly covers?: readonly string[];
  readonly remedy?: Remedy;
}

const inOrder = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((one, other) => {
    const [first, second] = [one, other].map(({ path, kind = "" }) => `${path} ${kind}`) as [string, string];
    return first < second ? -1 : first > second ? 1 : 0;
  });

/** Every path of its own, in one order. */
function linesOf(entries: readonly Entry[], withRemedies: boolean): readonly Line[] {
  return inOrder(
    unfolded(entries).map(({ path, kind, remedy }) => ({
      path,
      ...(kind === undefined ? {} : { kind }),
      ...(remedy === undefined || !withRemedies ? {} : { remedy: remedyOf(remedy) }),
    })),
  );
}

/** A token with these claims as a person's own would be read. Its signature is none: nothing is verified here. */
function inspected(adapter: AnyAdapter, claims: Json, now: number): Source {
  const header = encodeJson({ alg: adapter.header.algorithms[0], typ: "JWT" });
  const reading = inspectToken(`${header}.${encodeJson(claims)}.AAAA`, adapter, { now });
  return { ...sourceOf(adapter, claims), reading };
}

function partnerOf(subject: Subject, partners: readonly Subject[], vendor: unknown): AnyAdapter {
  const partner = [subject, ...partners].find(({ adapter }) => adapter.vendor === vendor);
  if (partner === undefined) throw new Error(`Nobody brought an adapter for ${String(vendor)}.`);
  return partner.adapter;
}

/**
 * `translate`: literal claims of the subject's vendor, and what becomes of them at another vendor: properties, report,
 * what the client and the room need; or every path at which it is refused, with what would change it.
 */
export function observeTranslate(
  subject: Subject,
  { input, expect }: VectorTest,
  partners: readonly Subject[],
): Observation {
  const to = partnerOf(subject, partners, input["to"]);
  const { remedies = true, ...wanted } = expect as Json;
  const source = inspected(subject.adapter, input["from"] as Json, input.now);
  const { moved, refused } = actualMove(source, to, input.now, (input["policy"] ?? {}) as object);
  const expected = {
    ...wanted,
    ...(wanted["report"] === undefined ? {} : { report: inOrder(wanted["report"] as readonly Line[]) }),
    ...(wanted["refusals"] === undefined ? {} : { refusals: inOrder(wanted["refusals"] as readonly Line[]) }),
  };
  if (moved === undefined) {
    const code = "translate.refused";
    const refusals = linesOf(refused, remedies === true);
    return { expected, actual: plain({ outcome: "error", phase: "translate", anyOf: [code], refusals }), code };
  }
  const { properties, report, join, roomRequirements, native } = moved;
  const losses: readonly Loss[] = unfolded(report).map(({ path, kind }) => ({
    from: subject.adapter.vendor,
    to: to.vendor,
    path,
    kind,
  }));
  const actual = {
    outcome: "ok",
    properties,
    report: linesOf(report, remedies === true),
    ...(wanted["join"] === undefined ? {} : { join }),
    ...(wanted["roomRequirements"] === undefined ? {} : { roomRequirements: roomRequirements.map(remedyOf) }),
    ...(wanted["unknown"] === undefined ? {} : { unknown: native.unknown }),
  };
  return { expected, actual: plain(actual), losses };
}
