import { parseGrant } from "@roompass/core";
import type { EncodeProblem, EncodeRequest, Grant, Remedy } from "@roompass/core/adapter";
import { grantAt, grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { fieldNames, grantPaths, rightNames } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { exampleTenant, statedCeiling } from "../tokens/example-claims.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import { type FieldValue, fieldValues } from "./field-values.js";
import { plainGrant } from "./make-source.js";

/** Values that vendors often do not take, and grants may have; `undefined` for a grant that does not say it. */
const unusual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  purpose: { api: ["api"], both: ["api", "participant"] },
  room: { address: "https://example.com/blue", blank: "blue room", long: "r".repeat(300) },
  "participant.id": { blank: "u 1", long: "u".repeat(300), "no-id": undefined },
  "participant.name": { long: "n".repeat(300) },
  "participant.email": { long: `${"e".repeat(300)}@example.com` },
  "participant.avatarUrl": { long: `https://example.com/${"a".repeat(300)}` },
  "participant.metadata": { number: 7, yes: true, list: [], nothing: {}, long: "m".repeat(9000) },
  expiresAt: { unsaid: undefined },
  notBefore: { now },
  "stay.maxSeconds": { one: 1, long: 10_000_000 },
  entry: { unsaid: undefined },
};

/** A grant that says nothing at a path. */
function grantWithout(grant: Json, path: string): Json {
  const [name = "", inner] = path.split(".");
  const rest = Object.entries(grant).filter(([other]) => other !== name);
  const member = grant[name];
  if (inner === undefined || typeof member !== "object" || member === null) return Object.fromEntries(rest);
  const kept = Object.entries(member).filter(([other]) => other !== inner);
  return Object.fromEntries(kept.length === 0 ? rest : [...rest, [name, Object.fromEntries(kept)]]);
}

/** The plain grant with one thing changed, added or left out. */
export function askedGrant(subject: Subject, { path, value }: FieldValue): Grant {
  const plain = plainGrant(subject, now);
  const said = value === undefined ? grantWithout(plain, path) : grantWith(plain, path, value);
  return frozen(said) as unknown as Grant;
}

/** Everything that is asked for at each path: what stands for all, and what is out of the ordinary. */
export function askedValues(subject: Subject): ReadonlyMap<string, readonly FieldValue[]> {
  const usual = fieldValues(now, subject.adapter.limits);
  return new Map(
    [...fieldNames, ...rightNames].map((path) => [
      path,
      [
        ...usual.filter((said) => said.path === path),
        ...Object.entries(unusual[path] ?? {}).map(([name, value]) => ({ path, name, value })),
      ],
    ]),
  );
}

/** Whether core would have taken the grant: what it refuses no encoder is ever asked for. */
export function isGrant(grant: Grant): boolean {
  try {
    parseGrant(grant as unknown as Parameters<typeof parseGrant>[0], { now });
    return true;
  } catch {
    return false;
  }
}

export type Purpose = "issue" | "translate";

/** A request to encode a grant, for a token of its own or for one that takes another's place. */
export function requestFor(subject: Subject, grant: Grant, purpose: Purpose, issuance?: Json): EncodeRequest {
  const account = { tenant: exampleTenant(subject), issuedAt: now };
  return frozen({
    grant,
    ceiling: { ...statedCeiling(grant), purpose },
    issuance: issuance ?? (purpose === "issue" ? account : {}),
  }) as EncodeRequest;
}

/** What a caller gives who follows a remedy that asks for more than a yes: what the plain grant says, or the usual. */
function givenFor(subject: Subject, path: string): unknown {
  const usual: Json = { entry: "direct", notBefore: now, "participant.id": "u-1", expiresAt: now + 3600 };
  return grantAt(plainGrant(subject, now), path) ?? usual[path];
}

/** The grant of somebody who has followed a remedy; `undefined` where the remedy is none that a grant shows. */
export function remedied(subject: Subject, grant: Grant, { where, setting }: Remedy): Grant | undefined {
  const path = setting === "rooms.map" ? "room" : setting.replace(/^narrow\./, "");
  if (where !== "policy" || !(grantPaths as readonly string[]).includes(path)) return undefined;
  const value = givenFor(subject, path);
  return value === undefined
    ? undefined
    : (frozen(grantWith(grant as unknown as Json, path, value)) as unknown as Grant);
}

export const isAt = (path: string) => (problem: EncodeProblem) => problem.path === path;
