import { deepFreeze } from "@roompass/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThorough } from "../../../../tools/enumerations.ts";
import { claimsOfMoved, judgeMove } from "./laws.ts";
import { anyClaims, anyText } from "./random-claims.ts";
import type { Claims } from "./spaces/combine.ts";
import { powersOf } from "./spaces/spaces.ts";
import { attempt, now, pairs, readingOf, unfolded, type Vendor } from "./vendors.ts";

const plain = { name: "plain", policy: {}, share: 0 };
const knocking = {
  name: "knocking",
  policy: { rooms: { target: { enable_knocking: true } } },
  settings: { knocks: true },
  share: 0,
};
const place = { now, sameVendor: false, samePlace: false };
const isVisible = (text: string): boolean => text !== "" && !/\s/u.test(text);
/** What has a slash is an address, where the vendor takes names. */
const isName = (text: string): boolean => !text.includes("/");
/** Every system reads it in the same way; what `verify` would refuse is not moved either. */
const isSafe = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);

/** The only other reasons for which an id or a room's name may be refused: what the target's vendor documents. */
const takes: Readonly<
  Record<Vendor, { readonly id: (id: string) => boolean; readonly room: (name: string) => boolean }>
> = {
  daily: { id: (id) => id.length <= 36, room: isName },
  livekit: { id: (id) => id !== "", room: () => true },
  metered: { id: () => true, room: (name) => isVisible(name) && isName(name) && !/[?#]/.test(name) },
  videosdk: { id: isVisible, room: () => true },
};

describe.each(pairs)("random %s tokens to %s", (from, to) => {
  it("keep every law", () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyClaims[from], fc.constantFrom(plain, knocking), (claims, stance) => {
        const source = deepFreeze(readingOf(from, claims));
        const { moved } = attempt(source, to, stance.policy, undefined, true);
        if (moved === undefined) return;
        accepted += 1;
        expect(judgeMove([from, to], claims, moved, stance, place).broken).toEqual([]);
        expect(attempt(source, to, stance.policy, undefined, true).moved).toEqual(moved);
      }),
      { numRuns: isThorough ? 130 : 60 },
    );
    expect(accepted).toBeGreaterThan(isThorough ? 12 : 4);
  });

  it("keep the room, the person and the times to the letter, or are refused there", () => {
    fc.assert(
      fc.property(anyClaims[from], (claims) => {
        const { moved, refusals } = attempt(readingOf(from, claims), to, knocking.policy);
        const before = powersOf(from, claims);
        const paths = unfolded(refusals);
        const person = before.person.least;
        if (paths.includes("participant.id")) expect(isSafe(person ?? "") && takes[to].id(person ?? "")).toBe(false);
        const room = String(before.room.least ?? "");
        if (paths.includes("room")) expect(isSafe(room) && takes[to].room(room)).toBe(false);
        if (moved === undefined) return;
        const after = powersOf(to, claimsOfMoved(to, moved));
        expect(after.room.most).toBe(before.room.least);
        expect(after.person.most).toBe(person);
        expect(after.until.most).toBe(before.until.least);
        expect(Math.max(after.from.most, now)).toBe(Math.max(before.from.least, now));
      }),
      { numRuns: isThorough ? 60 : 30 },
    );
  });

  it("are refused for a member that nobody knows, wherever it stands", () => {
    const harmless = ["otcd", "jti", "meteredParticipantId"];
    fc.assert(
      fc.property(anyClaims[from], anyText, fc.boolean(), (claims, name, deep) => {
        fc.pre(!harmless.includes(name) && !/^[a-z]{1,4}$/i.test(name) && name !== "__proto__");
        const inner = { daily: "p", livekit: "video", metered: "data", videosdk: "p" }[from];
        const members = (claims[inner] ?? {}) as Claims;
        fc.pre(!(name in claims) && !(name in members) && (!deep || from !== "videosdk"));
        const more = deep ? { ...claims, [inner]: { ...members, [name]: 1 } } : { ...claims, [name]: 1 };
        const paths = unfolded(attempt(readingOf(from, more), to).refusals);
        expect(paths.filter((path) => path.startsWith("unknown"))).toHaveLength(1);
        const { refusals } = attempt(readingOf(from, more), to, { ignoreUnknown: [deep ? `${inner}.${name}` : name] });
        expect(unfolded(refusals)).toEqual(unfolded(attempt(readingOf(from, claims), to).refusals));
      }),
      { numRuns: isThorough ? 60 : 30 },
    );
  });
});

describe("a map of rooms", () => {
  const roomOf = (claims: Claims, to: Vendor, map: Readonly<Record<string, string>>): unknown => {
    const { moved } = attempt(readingOf("daily", claims), to, { rooms: { map } });
    return moved === undefined ? undefined : powersOf(to, claimsOfMoved(to, moved)).room.least;
  };

  it("never leads the tokens of two rooms into one", () => {
    const names = fc.uniqueArray(anyText, { minLength: 2, maxLength: 2 });
    const table = fc.dictionary(anyText, anyText, { maxKeys: 3 });
    fc.assert(
      fc.property(names, names, table, fc.constantFrom("metered", "videosdk"), ([one, two], news, rest, to) => {
        const map = { ...rest, [one as string]: news[0] as string, [two as string]: news[1] as string };
        const [first, second] = [one, two].map((r) => roomOf({ r, exp: now + 60 }, to, map));
        expect(first === undefined || first !== second).toBe(true);
      }),
      { numRuns: isThorough ? 300 : 120 },
    );
  });

  it("is refused as a whole when two of its rows have one new name", () => {
    const paths = (r: string): string[] =>
      unfolded(
        attempt(readingOf("daily", { r, exp: now + 60 }), "metered", { rooms: { map: { a: "x", b: "x", c: "y" } } })
          .refusals,
      );
    expect([paths("a"), paths("b"), paths("c"), paths("d")]).toEqual([["room"], ["room"], ["room"], ["room"]]);
  });
});
