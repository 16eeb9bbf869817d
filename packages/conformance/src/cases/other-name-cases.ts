import { claimPlaces } from "../moves/odd-claims.js";
import { type Source, sourceOf } from "../moves/source.js";
import { sameValue } from "../run/same-value.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { exampleClaims } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { madeSources } from "./made-sources.js";

/** Claims that RFC 7519 and its relatives register, and what people call rooms, roles and rights. */
const names: readonly string[] = [
  ...["iss", "aud", "jti", "azp", "nonce", "scope", "scp", "sid"],
  ...["role", "roles", "admin", "isAdmin", "is_admin", "owner", "isOwner", "is_owner", "host", "isHost"],
  ...["moderator", "isModerator", "moderate", "permissions", "permission", "grants", "rights", "capabilities", "allow"],
  ...["user", "userId", "user_id", "room", "roomId", "room_id", "roomName", "ttl", "expires", "expiresAt", "lobby"],
];

const mostOfItsOwn = 8;

/** What the vendor's own claims hold, and what names like these usually do. */
function valuesOf(sources: readonly Source[]): readonly unknown[] {
  const own = claimPlaces(sources).flatMap(({ names: [name = "", ...inner], claims }) =>
    inner.length > 0 || typeof claims[name] === "number" ? [] : [claims[name]],
  );
  return [true, "moderator", ["moderator"], ...own.slice(0, mostOfItsOwn)];
}

/** What is wrong with the reading of a token that has one more member; what is told in a finding is another matter. */
function problemOf({ adapter }: Subject, without: Source, name: string, value: unknown): string | undefined {
  const claims: Json = { ...without.claims, [name]: value };
  const { native, decoded, authority } = sourceOf(adapter, claims);
  if (native.findings.length > 0) return undefined;
  const worth = (grant: unknown, read: unknown): unknown => plain([grant, read]);
  if (!Object.hasOwn(native.unknown, name)) {
    return sameValue(plain(adapter.toClaims(native)), claims) ? undefined : "lost without a word";
  }
  const isSame = sameValue(worth(decoded.grant, authority), worth(without.decoded.grant, without.authority));
  return isSame ? undefined : "told as unknown, and counted all the same";
}

/** A claim by a name that other vendors use is known, and then it comes back, or it is unknown, and then it says nothing. */
export function otherNameCases(subject: Subject): readonly Case[] {
  return [
    generatedCase({
      id: "core.unknown.other-names",
      comment: "a claim by a name that anybody might use comes back as it was, and says nothing where it is unknown",
      category: "unknown",
      flag: "UnknownKept",
      asked: () => ({ names }),
      observe: () => {
        const values = valuesOf(madeSources(subject).map(({ source }) => source()));
        const plainToken = exampleClaims(subject, now);
        const wrong = names
          .filter((name) => !Object.hasOwn(plainToken, name))
          .flatMap((name) => {
            const without = sourceOf(subject.adapter, plainToken);
            const found = values.map((value) => problemOf(subject, without, name, value));
            return [...new Set(found)].flatMap((problem) => (problem === undefined ? [] : [{ claim: name, problem }]));
          });
        return { expected: { wrong: [] }, actual: { wrong } };
      },
    }),
  ];
}
