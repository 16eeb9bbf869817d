import { parseGrant } from "@roompass/core";
import type { Ceiling, Grant, StatedReading } from "@roompass/core/adapter";
import { grantAt } from "../subject/example-values.js";
import { rightNames } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Json } from "../vectors/vector.js";

const expiryNames = ["expiresAt", "expiresIn"];

/**
 * The grant that vectors for every vendor start from: one room, one participant, one hour, no statement on rights.
 *
 * A vector changes it by whole members: those of `without` are taken out, those of `changes` put in place of its own. The
 * expiry is one member, however it is written.
 */
export function exampleGrant(
  { example }: Subject,
  now: number,
  changes: Json = {},
  without: readonly string[] = [],
): Json {
  const grant = example?.grant ?? { room: "2kyv-gzay-64pg", participant: { id: "u-1" }, expiresAt: now + 3600 };
  const removed = new Set([...without, ...Object.keys(changes)]);
  if (expiryNames.some((name) => removed.has(name))) for (const name of expiryNames) removed.add(name);
  return { ...Object.fromEntries(Object.entries(grant).filter(([name]) => !removed.has(name))), ...changes };
}

export const exampleTenant = ({ example }: Subject): string => example?.tenant ?? "acme";

/** What a grant says of each right; what it does not mention may stay silent and may not be given. */
export function statedCeiling(grant: Grant): Ceiling {
  const rights = Object.fromEntries(
    rightNames.map((path): [string, StatedReading] => {
      const value = grantAt(grant, path);
      return [path, value === undefined ? "unknown" : value === false ? "deny" : "allow"];
    }),
  );
  const modes = Object.fromEntries(
    ["rights.record", "rights.livestream", "rights.transcribe"]
      .map((path) => [path, grantAt(grant, path)] as const)
      .filter(([, value]) => Array.isArray(value)),
  );
  const selection = grant.rights?.subscribe;
  return {
    rights: rights as Ceiling["rights"],
    modes: modes as NonNullable<Ceiling["modes"]>,
    ...(typeof selection === "object" ? { subscribeSelection: selection } : {}),
    ...(grant.entry === undefined ? {} : { entry: grant.entry }),
    allowWidening: new Set(),
    assume: "documented-defaults",
    sameVendor: false,
    samePlace: false,
    purpose: "issue",
  };
}

/** The wire claims of the example grant, by the adapter's own words; `null` as the account: without any. */
export function exampleClaims(
  subject: Subject,
  now: number,
  grant: Json = exampleGrant(subject, now),
  tenant: string | null = exampleTenant(subject),
): Json {
  const { adapter } = subject;
  const parsed = parseGrant(grant as unknown as Parameters<typeof parseGrant>[0], { now });
  const { native, problems } = adapter.encode({
    grant: parsed,
    ceiling: statedCeiling(parsed),
    issuance: { ...(tenant === null ? {} : { tenant }), issuedAt: now },
  });
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`The example grant has a problem at ${problem.path}: ${problem.message}`);
  return adapter.toClaims(native);
}
