import type { EncodeProblem, EncodeRequest } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { ceilingOfGrant } from "../authority/ceilings.js";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze } from "../grant/freeze.js";
import { grantLimits } from "../grant/limits.js";
import { parseGrant } from "../grant/parse-grant.js";
import { refuseFaulty } from "../jws/index.js";
import { reportDescriptions } from "../translate/descriptions.js";
import { fold } from "../translate/report.js";
import { checkExplicit } from "./check-explicit.js";
import { lostExtensions, reportForeignExtensions } from "./check-extensions.js";
import { encodeWithinLimits } from "./check-limits.js";
import { markPrepared, type Prepared, type PrepareOptions } from "./prepared.js";
import { reportUnconfirmed } from "./report-unconfirmed.js";

function refuseProblems(problems: readonly EncodeProblem[]): void {
  const first = problems[0];
  if (first === undefined) return;
  const seen = new Set<string>();
  const all = problems.filter(({ path }) => !seen.has(path) && seen.add(path));
  const issues = all.slice(0, grantLimits.issues);
  const details = { issues, ...(all.length > issues.length ? { furtherIssues: all.length - issues.length } : {}) };
  throw new RoompassError(first.code, first.message, { path: first.path, cure: first.cure, details });
}

/**
 * Parses a grant, encodes it, reads the result back and checks that it says what was asked and nothing more. The result is
 * deeply frozen, and `issue` of a provider with the same adapter, account and method mints exactly it: whoever compares it
 * with something first has compared what is minted.
 *
 * @throws RoompassError a `grant.*` code, with the problems in `details.issues`, up to a hundred, and the number of those
 *   beyond in `details.furtherIssues`; a `claims.*` code for an adapter that writes what it does not read.
 */
export function prepareIssue(input: unknown, options: PrepareOptions): Prepared {
  const { adapter, tenant, method, now } = options;
  const grant = parseGrant(input, { now });
  const request: EncodeRequest = {
    grant,
    ceiling: ceilingOfGrant(grant),
    issuance: { issuedAt: now, ...(tenant === undefined ? {} : { tenant }) },
    method,
  };
  const encoded = encodeWithinLimits(adapter, request, now);
  refuseProblems(encoded.problems);
  const claims = method === "sign" ? adapter.toClaims(encoded.native) : undefined;
  const native: Native<unknown> = claims === undefined ? encoded.native : adapter.fromClaims(claims);
  refuseFaulty(native.findings);
  const authority = adapter.authority(native, {});
  const decoded = adapter.decode(native);
  refuseProblems([
    ...checkExplicit(grant, authority, adapter, request, now),
    ...lostExtensions(grant, decoded.residue, adapter),
  ]);
  const entries = [
    ...reportUnconfirmed(grant, authority, adapter.roomRequirements(native), adapter),
    ...reportDescriptions(grant, decoded.grant, adapter).filter(({ kind }) => kind !== "exact"),
    ...reportForeignExtensions(grant, adapter),
  ];
  const report = fold(entries, ({ kind }) => kind);
  // The grant is frozen since it was parsed.
  deepFreeze(native);
  deepFreeze(claims);
  deepFreeze(report);
  const prepared: Prepared = claims === undefined ? { grant, native, report } : { grant, native, claims, report };
  return markPrepared(Object.freeze(prepared), options, { authority, decoded });
}
