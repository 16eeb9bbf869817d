import { parseGrant } from "@roompass/core";
import type { AnyAdapter, Grant, GrantPath } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import { grantAt, grantWith } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { exampleGrant, exampleTenant, statedCeiling } from "../tokens/example-claims.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { type FieldValue, fieldValues } from "./field-values.js";
import { overLimits } from "./over-limits.js";
import { type Source, sourceOfNative } from "./source.js";
import { lostTogether, togetherGrant } from "./together.js";

const publishing = ["microphone", "camera", "screen", "screenAudio", "custom"];
const all = (names: readonly string[], value: boolean): Json => Object.fromEntries(names.map((name) => [name, value]));
const role = (value: boolean): Json => ({
  moderate: all(["media", "remove", "permissions"], value),
  admit: value,
  livestream: value,
  transcribe: value,
});

/**
 * What may have to stand around one right: some vendors have one list for everything that is sent, or one role for
 * everything that is done to others.
 */
const surroundings: readonly Json[] = [
  {},
  { publish: all(publishing, true) },
  { publish: all(publishing, false) },
  role(true),
  role(false),
  { moderate: all(["media", "remove", "permissions"], true) },
  { moderate: all(["media", "remove"], true) },
  { moderate: all(["media", "remove", "permissions"], true), admit: true },
  { ...role(true), record: true },
];

/** The token that says what a grant in parsed form says, as far as the vendor's tokens can. */
export function tokenFor(subject: Subject, grant: Grant, now: number): { source: Source; isWhole: boolean } {
  const { adapter } = subject;
  const issuance = { tenant: exampleTenant(subject), issuedAt: now };
  const { native, problems } = adapter.encode(frozen({ grant, ceiling: statedCeiling(grant), issuance }));
  return {
    source: sourceOfNative(adapter, native),
    isWhole: problems.length === 0 && overLimits(grant, adapter, now).length === 0,
  };
}

const plainGrants = new WeakMap<Subject, Json>();

/** The plain grant of a subject, in parsed form: the same one each time. */
export function plainGrant(subject: Subject, now: number): Json {
  const made = plainGrants.get(subject);
  if (made !== undefined) return made;
  const given = exampleGrant(subject, now) as unknown as Parameters<typeof parseGrant>[0];
  const grant = frozen(parseGrant(given, { now })) as unknown as Json;
  plainGrants.set(subject, grant);
  return grant;
}

const together = new WeakMap<Subject, Json>();

/** Everything at once that the vendor takes and has a place for. */
function wholeGrant(subject: Subject, now: number): Json {
  const made = together.get(subject);
  if (made !== undefined) return made;
  const { capabilities, limits } = subject.adapter;
  const hasPlaces = (grant: Json): boolean =>
    grantPaths.every((path) => capabilities[path]?.carried !== "none" || grantAt(grant, path) === undefined);
  const whole = togetherGrant(plainGrant(subject, now), fieldValues(now, limits), {
    isSaid: (said) => sourceFor(subject, said, now) !== undefined,
    isTaken: (grant) => hasPlaces(grant) && tokenFor(subject, grant as unknown as Grant, now).isWhole,
  });
  together.set(subject, frozen(whole));
  return whole;
}

/** The grant that says one thing beyond what every grant of this subject says. */
export function grantSaying(subject: Subject, { path, value }: FieldValue, now: number): Json {
  if (path === "together") return wholeGrant(subject, now);
  const plain = plainGrant(subject, now);
  return path === "plain" ? plain : grantWith(plain, path, value);
}

/** The same with what may have to stand around it. */
export function grantsSaying(subject: Subject, said: FieldValue, now: number): Json[] {
  const { path, value } = said;
  if (!path.startsWith("rights.")) return [grantSaying(subject, said, now)];
  const plain = plainGrant(subject, now);
  return surroundings.map((around) => grantWith({ ...plain, rights: around }, path, value));
}

/** Whether a token's grant says what was asked for. */
export function states(adapter: AnyAdapter, read: unknown, { path, value }: FieldValue, asked: Json): boolean {
  if (path === "together") return lostTogether(adapter, asked, read).length === 0;
  return path === "plain" || sameValue(grantAt(read, path), value);
}

const known = new WeakMap<Subject, Map<string, Source | undefined>>();

/** A token of this vendor that says one thing, or `undefined` where none can. Made once. */
export function sourceFor(subject: Subject, said: FieldValue, now: number): Source | undefined {
  const sources = known.get(subject) ?? new Map<string, Source | undefined>();
  known.set(subject, sources);
  const name = `${said.path} ${said.name}`;
  if (!sources.has(name)) sources.set(name, makeSource(subject, said, now));
  return sources.get(name);
}

function makeSource(subject: Subject, said: FieldValue, now: number): Source | undefined {
  if (subject.adapter.capabilities[said.path as GrantPath]?.carried === "none") return undefined;
  for (const grant of grantsSaying(subject, said, now)) {
    const { source, isWhole } = tokenFor(subject, grant as unknown as Grant, now);
    const isReadable = source.native.findings.every(({ severity }) => severity !== "error");
    const read = subject.adapter.decode(source.native).grant;
    if (isWhole && isReadable && states(subject.adapter, read, said, grant)) return source;
  }
  return undefined;
}
