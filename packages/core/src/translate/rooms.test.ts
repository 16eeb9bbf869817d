import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoomScope } from "../grant/grant.js";
import { surely } from "../testing/frank-adapter.js";
import type { RoomMap } from "./policy.js";
import { type MappedRooms, mapRooms } from "./rooms.js";

const same = (name: string): string => name;
const lower = (name: string): string => name.toLowerCase();
const mapped = (scope: RoomScope, map?: RoomMap, normalize = same): MappedRooms =>
  mapRooms(surely(scope), map, normalize);
const reasons = ({ refusals }: MappedRooms): string[] => refusals.map(({ reason }) => reason);

describe("without a map", () => {
  it("every scope keeps its names", () => {
    for (const scope of ["a", { anyOf: ["a", "b"] }, { any: true as const }, { pattern: "a*", dialect: "glob" }])
      expect(mapped(scope)).toEqual({ room: surely(scope), changed: false, refusals: [] });
  });

  it("two names that the target takes for one are refused", () => {
    const result = mapped({ anyOf: ["Room", "room"] }, undefined, lower);
    expect(result.refusals).toEqual([
      {
        path: "room",
        from: { anyOf: ["Room", "room"] },
        to: undefined,
        reason: expect.stringContaining("two of these room names for one"),
        remedy: { where: "policy", setting: "narrow.room" },
      },
    ]);
    expect(mapped({ anyOf: ["Room", "room"] }).refusals).toEqual([]);
    expect(mapped("Room", undefined, lower).refusals).toEqual([]);
  });
});

describe("with a map", () => {
  it("names are renamed by a table or a function", () => {
    const table = { a: "x", b: "y" };
    for (const map of [table, (name: string) => table[name as "a" | "b"]]) {
      expect(mapped("a", map)).toEqual({ room: surely("x"), changed: true, refusals: [] });
      expect(mapped({ anyOf: ["a", "b"] }, map)).toEqual({
        room: surely({ anyOf: ["x", "y"] }),
        changed: true,
        refusals: [],
      });
    }
  });

  it("a list is sorted by its new names, and one that has one name is that name", () => {
    expect(mapped({ anyOf: ["a", "b"] }, { a: "z", b: "y" }).room).toEqual(surely({ anyOf: ["y", "z"] }));
    expect(mapped({ anyOf: ["a"] }, { a: "z" }).room).toEqual(surely("z"));
  });

  it("a room that keeps its name is not changed", () => {
    expect(mapped("a", { a: "a", b: "x" }).changed).toBe(false);
    expect(mapped({ anyOf: ["a", "b"] }, { a: "a", b: "x" }).changed).toBe(true);
    expect(mapped({ anyOf: ["a", "b"] }, { a: "b", b: "a" }).changed).toBe(true);
  });

  it("a room without a row is refused rather than kept", () => {
    const missing = [{ b: "x" }, {}, { a: "" }, () => undefined, () => "", () => 7 as unknown as string];
    for (const map of missing) {
      const result = mapped("a", map);
      expect(result.refusals).toEqual([
        {
          path: "room",
          from: "a",
          to: undefined,
          reason: expect.stringContaining("no row"),
          remedy: { where: "policy", setting: "rooms.map" },
        },
      ]);
      expect(result).toMatchObject({ room: surely("a"), changed: false });
    }
    expect(reasons(mapped({ anyOf: ["a", "b"] }, {}))).toHaveLength(2);
  });

  it("a name that every object inherits has no row", () => {
    for (const name of ["constructor", "toString", "__proto__"]) expect(reasons(mapped(name, {}))).toHaveLength(1);
    expect(mapped("constructor", { constructor: "x" } as unknown as RoomMap).room).toEqual(surely("x"));
  });

  it("two rooms that become one are refused, in a table even when only one of them is asked for", () => {
    const refused = [expect.stringContaining("two rooms into one")];
    expect(reasons(mapped("a", { a: "x", b: "x" }))).toEqual(refused);
    expect(reasons(mapped({ anyOf: ["a", "b"] }, () => "x"))).toEqual(refused);
    expect(reasons(mapped("a", () => "x"))).toEqual([]);
    expect(reasons(mapped("a", { a: "x", b: "X" }, lower))).toEqual(refused);
    expect(mapped("a", { a: "x", b: "x" })).toMatchObject({
      room: surely("a"),
      changed: false,
      refusals: [{ path: "room", from: "a", remedy: { where: "policy", setting: "rooms.map" } }],
    });
  });

  it("a room that keeps its name is one of them: no other may be given that name", () => {
    const refused = [expect.stringContaining("two rooms into one")];
    const keeping = (name: string): string => (name === "a" ? "b" : name);
    expect(reasons(mapped({ anyOf: ["a", "b"] }, keeping))).toEqual(refused);
    expect(reasons(mapped({ anyOf: ["a", "B"] }, keeping, lower))).toEqual(refused);
    expect(reasons(mapped("a", { a: "b", b: "b" }))).toEqual(refused);
    // A room that a table does not name is not kept, so that its name is free.
    expect(reasons(mapped("b", { a: "b" }))).toEqual([expect.stringContaining("no row")]);
    expect(mapped({ anyOf: ["a", "b", "c"] }, { a: "b", b: "c", c: "a" }).refusals).toEqual([]);
  });

  it("the new name is checked, and the old ones too", () => {
    const both = mapped({ anyOf: ["Room", "room"] }, { Room: "x", room: "y" }, lower);
    expect(reasons(both)).toEqual([expect.stringContaining("two of these room names for one")]);
  });

  it("every room, and a pattern, have no names to map", () => {
    for (const scope of [{ any: true as const }, { pattern: "a*", dialect: "glob" }])
      expect(mapped(scope, { a: "x" })).toEqual({ room: surely(scope), changed: false, refusals: [] });
  });

  it("what the source may be good for beyond its name stays open", () => {
    const vague = { lowest: "a", highest: { any: true as const } };
    expect(mapRooms(vague, { a: "x" }, same).room).toEqual({ lowest: "x", highest: { any: true } });
    expect(mapRooms({ lowest: "a", highest: { anyOf: ["a", "b"] } }, { a: "x" }, same).room.lowest).toBe("x");
  });
});

describe("whatever the names", () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

  it("distinct rooms stay distinct or are refused", () => {
    const target = fc.string({ maxLength: 1 });
    fc.assert(
      fc.property(names, fc.func(target), (list, map) => {
        const anyOf = [...list].sort();
        const result = mapped({ anyOf }, map);
        if (result.refusals.length > 0) return;
        const renamed = anyOf.map((name) => map(name));
        expect(new Set(renamed).size).toBe(anyOf.length);
        expect(result.room.lowest).toEqual(renamed.length === 1 ? renamed[0] : { anyOf: [...renamed].sort() });
      }),
    );
  });
});
