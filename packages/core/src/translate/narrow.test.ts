import { describe, expect, it } from "vitest";
import type { Authority } from "../authority/authority.js";
import { RoompassError } from "../errors/roompass-error.js";
import { thrownBy } from "../testing/attempt.js";
import { plainAuthority, surely } from "../testing/frank-adapter.js";
import { type Narrowed, narrowSource } from "./narrow.js";
import { type NarrowInput, readPolicy } from "./policy.js";

const now = 1_800_000_000;
const end = now + 3600;

function narrowed(authority: Partial<Authority>, narrow?: NarrowInput): Narrowed {
  const source = {
    decoded: { grant: { purpose: ["participant"], room: "standup" }, issuance: {}, residue: {}, unknown: {} },
    authority: plainAuthority(end, authority),
  } as const;
  return narrowSource(source, readPolicy(narrow === undefined ? {} : { narrow }), now);
}

describe("without anything to narrow", () => {
  it("a source stays as it is", () => {
    for (const narrow of [undefined, {}]) {
      const result = narrowed({ entry: { lowest: "ask", highest: "direct" } }, narrow);
      expect(result.authority).toEqual({
        ...plainAuthority(end, { entry: { lowest: "ask", highest: "direct" } }),
        ...(narrow === undefined ? {} : { modes: {} }),
      });
      expect([...result.touched]).toEqual([]);
      expect(result.refusals).toEqual([]);
    }
  });

  it("what was decoded is passed on", () => {
    expect(narrowed({}, { entry: "ask" }).decoded.grant.room).toBe("standup");
  });
});

describe("the room", () => {
  const any = { room: surely({ any: true } as const) };

  it("becomes the narrower one", () => {
    const result = narrowed(any, { room: "standup" });
    expect(result.authority.room).toEqual(surely("standup"));
    expect([...result.touched]).toEqual(["room"]);
    expect(narrowed({ room: surely({ anyOf: ["a", "b", "c"] }) }, { room: "b" }).authority.room).toEqual(surely("b"));
  });

  it("is made certain by naming what the source surely is good for", () => {
    const result = narrowed({ room: { lowest: "a", highest: { any: true } } }, { room: "a" });
    expect(result.authority.room).toEqual(surely("a"));
    expect([...result.touched]).toEqual([]);
  });

  it.each([
    ["a", "b"],
    ["a", { any: true as const }],
    ["a", { anyOf: ["a", "b"] }],
    [{ anyOf: ["a", "b"] }, { anyOf: ["b", "c"] }],
    ["Room", "room"],
  ])("%j does not become %j", (room, wanted) => {
    const result = narrowed({ room: surely(room) }, { room: wanted });
    expect(result.authority.room).toEqual(surely(room));
    expect([...result.touched]).toEqual([]);
    expect(result.refusals).toEqual([
      { path: "room", from: room, to: wanted, reason: expect.stringContaining("`narrow.room`") },
    ]);
  });

  it("may be every room where the source is good for every room", () => {
    const result = narrowed(any, { room: { any: true } });
    expect(result.refusals).toEqual([]);
    expect([...result.touched]).toEqual([]);
  });
});

describe("the identity", () => {
  it("is given to a token that is bound to nobody", () => {
    const result = narrowed({}, { participant: { id: "ann" } });
    expect(result.authority.identity).toEqual(surely("ann"));
    expect([...result.touched]).toEqual(["participant.id"]);
  });

  it("is made certain where the token may be bound to it", () => {
    const result = narrowed({ identity: { lowest: "ann", highest: null } }, { participant: { id: "ann" } });
    expect(result.authority.identity).toEqual(surely("ann"));
    expect([...result.touched]).toEqual([]);
  });

  it("is never changed, and the refusal names neither person", () => {
    const result = narrowed({ identity: surely("ann") }, { participant: { id: "ben" } });
    expect(result.authority.identity).toEqual(surely("ann"));
    expect(result.refusals).toStrictEqual([
      {
        path: "participant.id",
        from: "another id",
        to: "the id in `narrow`",
        reason: "The source is bound to another participant than `narrow.participant.id` names.",
      },
    ]);
    expect(JSON.stringify(result.refusals)).not.toMatch(/ann|ben/);
  });
});

describe("the window", () => {
  const window = (notBefore: number, expiresAt: number | null | undefined) => ({
    window: surely({ notBefore, expiresAt }),
  });

  it("starts at the later and ends at the earlier of both", () => {
    const result = narrowed(window(now + 10, now + 1000), { notBefore: now + 20, expiresAt: now + 900 });
    expect(result.authority.window).toEqual(surely({ notBefore: now + 20, expiresAt: now + 900 }));
    expect([...result.touched]).toEqual(["notBefore", "expiresAt"]);
  });

  it("is never made longer", () => {
    const result = narrowed(window(now + 10, now + 1000), { notBefore: now + 5, expiresAt: now + 2000 });
    expect(result.authority.window).toEqual(surely({ notBefore: now + 10, expiresAt: now + 1000 }));
    expect([...result.touched]).toEqual([]);
    expect(narrowed({}, { expiresAt: null }).authority.window.lowest.expiresAt).toBe(end);
  });

  it("gets an end where the source has none or none that is known", () => {
    for (const unbounded of [null, undefined]) {
      const result = narrowed(window(0, unbounded), { expiresIn: "1h" });
      expect(result.authority.window).toEqual(surely({ notBefore: 0, expiresAt: end }));
      expect([...result.touched]).toEqual(["expiresAt"]);
      expect(narrowed(window(0, unbounded), { notBefore: now + 1 }).authority.window.lowest.expiresAt).toBe(unbounded);
    }
  });

  it("is narrowed at both of its bounds, each on its own", () => {
    const vague = {
      window: { lowest: { notBefore: now + 50, expiresAt: now + 60 }, highest: { notBefore: 0, expiresAt: null } },
    };
    const result = narrowed(vague, { notBefore: now + 20, expiresAt: now + 900 });
    expect(result.authority.window).toEqual({
      lowest: { notBefore: now + 50, expiresAt: now + 60 },
      highest: { notBefore: now + 20, expiresAt: now + 900 },
    });
    expect([...result.touched]).toEqual([]);
  });
});

describe("the stay and the entry", () => {
  it("are shortened, and never prolonged", () => {
    const stay = surely({ maxSeconds: 600, endsAtExpiry: false });
    const shorter = narrowed({ stay }, { stay: { maxSeconds: 60, endsAtExpiry: true } });
    expect(shorter.authority.stay).toEqual(surely({ maxSeconds: 60, endsAtExpiry: true }));
    expect([...shorter.touched]).toEqual(["stay.maxSeconds", "stay.endsAtExpiry"]);
    const longer = narrowed({ stay }, { stay: { maxSeconds: 6000, endsAtExpiry: false } });
    expect(longer.authority.stay).toEqual(stay);
    expect([...longer.touched]).toEqual([]);
    expect(narrowed({}, { stay: { maxSeconds: 60 } }).authority.stay.lowest.maxSeconds).toBe(60);
  });

  it("a stay that ends at expiry goes on doing so", () => {
    const stay = surely({ maxSeconds: null, endsAtExpiry: true });
    for (const endsAtExpiry of [true, false]) {
      const result = narrowed({ stay }, { stay: { endsAtExpiry } });
      expect(result.authority.stay).toEqual(stay);
      expect([...result.touched]).toEqual([]);
    }
  });

  it("are narrowed at both bounds", () => {
    const vague = {
      lowest: { maxSeconds: 30, endsAtExpiry: true },
      highest: { maxSeconds: null, endsAtExpiry: false },
    };
    const result = narrowed({ stay: vague }, { stay: { maxSeconds: 60, endsAtExpiry: true } });
    expect(result.authority.stay).toEqual({
      lowest: { maxSeconds: 30, endsAtExpiry: true },
      highest: { maxSeconds: 60, endsAtExpiry: true },
    });
    expect([...result.touched]).toEqual([]);
  });

  it("who walks in can be made to ask, and who asks cannot be let in", () => {
    const asking = narrowed({}, { entry: "ask" });
    expect(asking.authority.entry).toEqual(surely("ask"));
    expect([...asking.touched]).toEqual(["entry"]);
    const kept = narrowed({ entry: surely("ask") }, { entry: "direct" });
    expect(kept.authority.entry).toEqual(surely("ask"));
    const same = narrowed({ entry: { lowest: "ask", highest: "direct" } }, { entry: "ask" });
    expect([...kept.touched, ...same.touched]).toEqual([]);
  });
});

describe("a narrow that is no part of a grant", () => {
  it.each<[string, unknown, string]>([
    ["a misspelt right", { rights: { pulbish: true } }, "grant.unknown-field"],
    ["milliseconds", { expiresAt: now * 1000 }, "grant.milliseconds"],
    ["an empty list of rooms", { room: { anyOf: [] } }, "grant.invalid"],
  ])("%s is an error with a code", (_what, narrow, code) => {
    const error = thrownBy(() => narrowed({}, narrow as NarrowInput));
    expect(RoompassError.isInstance(error) && error.code).toBe(code);
  });
});
