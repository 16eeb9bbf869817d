import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import type { GrantInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";
import { rightPaths } from "../grant/right-path.js";
import { anyGrant } from "../testing/any-grant.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { inspected } from "../testing/toy-readings.js";
import { type Action, actions, allows } from "./index.js";

const now = 1_800_000_000;
const at = now + 60;

const grantOf = (input: Partial<GrantInput>) => parseGrant({ room: "r", expiresIn: "1h", ...input }, { now });

function tokenOf(claims: Record<string, unknown>) {
  return {
    reading: inspected(toyAdapter, { kind: "toy/1", room: "r", exp: now + 3600, ...claims }),
    adapter: toyAdapter,
  };
}

/** A token whose adapter reads it as this authority. */
function tokenReadAs(change: Partial<Authority>) {
  const { reading } = tokenOf({});
  const authority = { ...toyAdapter.authority(reading.native, {}), ...change };
  const adapter: AnyAdapter = { ...toyAdapter, authority: () => authority };
  return { reading, adapter };
}

const short = ({ answer, reading }: { answer: string; reading: string }): string => `${answer}, ${reading}`;

describe("a grant", () => {
  it("answers for what it says, and is uncertain about what it does not say", () => {
    const grant = grantOf({ entry: "direct", rights: { publish: ["camera"], admit: false } });
    const ask = (action: Action): string => short(allows(grant, action, { at }));
    expect(ask("join")).toBe("yes, allow");
    expect(ask("publish.camera")).toBe("yes, allow");
    expect(ask("rights.publish.camera")).toBe("yes, allow");
    expect(ask("publish.microphone")).toBe("no, deny");
    expect(ask("admit")).toBe("no, deny");
    expect(ask("moderate.remove")).toBe("uncertain, unknown");
    expect(allows(grant, "record", { at }).reason).toBe("It makes no statement; the vendor or the room decides.");
  });

  it.each([
    ["direct", "yes, allow"],
    ["ask", "uncertain, possible"],
    [undefined, "uncertain, unknown"],
  ] as const)("with the entry %s answers to join: %s", (entry, expected) => {
    expect(short(allows(grantOf(entry === undefined ? {} : { entry }), "join", { at }))).toBe(expected);
  });

  it("is uncertain where it allows only a part", () => {
    const grant = grantOf({ rights: { record: ["cloud", "local"], subscribe: ["camera"] } });
    expect(allows(grant, "record", { at })).toEqual({
      answer: "uncertain",
      reading: "allow",
      reason: "It allows this only as cloud or local.",
    });
    expect(allows(grant, "subscribe", { at }).reason).toBe("It allows this for some kinds or some senders only.");
  });
});

describe("time, room, person and purpose", () => {
  const grant = grantOf({ notBefore: now + 60, participant: { id: "u_1" }, rights: { admit: true } });
  const ask = (context: Parameters<typeof allows>[2], held = grant): string => {
    const { answer, reason } = allows(held, "admit", context);
    return `${answer}: ${reason}`;
  };

  it("refuses from the very second of the expiry, and before the beginning", () => {
    expect(ask({ at: now + 59 })).toBe("no: It is not good yet at that time.");
    expect(ask({ at: now + 60 })).toMatch(/^yes/);
    expect(ask({ at: now + 3599 })).toMatch(/^yes/);
    expect(ask({ at: now + 3600 })).toBe("no: It has ended by that time.");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("refuses at %s", (time) => {
    const never = parseGrant({ room: "r", expiresAt: null, rights: { admit: true } }, { now });
    expect(ask({ at }, never)).toMatch(/^yes/);
    expect(ask({ at: time }, never)).toMatch(/^no: The time/);
  });

  it("refuses another room and another person", () => {
    expect(ask({ at, room: "r", participantId: "u_1" })).toMatch(/^yes/);
    expect(ask({ at, room: "R" })).toBe("no: It is not good for that room.");
    expect(ask({ at, participantId: "u_2" })).toBe("no: It is bound to somebody else.");
  });

  it.each([
    [{ any: true }, "yes"],
    [{ anyOf: ["q", "r"] }, "yes"],
    [{ anyOf: ["p", "q"] }, "no"],
    [{ pattern: ".*", dialect: "regexp" }, "uncertain"],
  ] as const)("reads the room scope %j", (room, expected) => {
    expect(allows(grantOf({ room, rights: { admit: true } }), "admit", { at, room: "r" }).answer).toBe(expected);
  });

  it("gives nothing in a room to what only calls an API", () => {
    const api = grantOf({ purpose: "api", rights: { admit: true }, entry: "direct" });
    expect([allows(api, "admit", { at }).answer, allows(api, "join", { at }).answer]).toEqual(["no", "no"]);
  });

  it("is uncertain when it is not known when it ends", () => {
    const open = parseGrant({ room: "r", rights: { admit: true, record: false } }, { now, requireExpiry: false });
    expect(ask({ at }, open)).toBe("uncertain: When it ends is not known.");
    expect(allows(open, "record", { at }).answer).toBe("no");
  });
});

describe("a token", () => {
  it("answers with its vendor's documented defaults", () => {
    const ask = (action: Action): string => short(allows(tokenOf({}), action, { at }));
    expect(ask("publish.camera")).toBe("yes, default(allow)");
    expect(ask("moderate.media")).toBe("no, default(deny)");
    expect(ask("livestream")).toBe("uncertain, default(deny)");
    expect(ask("subscribe")).toBe("yes, ungoverned");
    expect(ask("transcribe")).toBe("uncertain, ungoverned");
    expect(ask("admit")).toBe("uncertain, unknown");
    expect(ask("join")).toBe("yes, allow");
    expect(short(allows(tokenOf({ ask: true }), "join", { at }))).toBe("uncertain, possible");
  });

  it("reads a room's settings in place of silence", () => {
    expect(allows({ ...tokenOf({}), roomSettings: { recording: "nobody" } }, "record", { at }).answer).toBe("no");
  });

  it("says yes by the least and no by the most that it can mean", () => {
    const rooms = tokenReadAs({ room: { lowest: "r", highest: { any: true } } });
    expect(allows(rooms, "subscribe", { at, room: "r" }).answer).toBe("yes");
    expect(allows(rooms, "subscribe", { at, room: "q" }).answer).toBe("uncertain");
    const identity = tokenReadAs({ identity: { lowest: "u_1", highest: null } });
    expect(allows(identity, "subscribe", { at, participantId: "u_2" }).answer).toBe("uncertain");
    const purpose = tokenReadAs({ purpose: { lowest: ["api"], highest: ["api", "participant"] } });
    expect(allows(purpose, "subscribe", { at }).answer).toBe("uncertain");
    const window = tokenReadAs({
      window: { lowest: { notBefore: at + 1, expiresAt: at + 9 }, highest: { notBefore: 0, expiresAt: null } },
    });
    expect(allows(window, "subscribe", { at }).reason).toBe("It may not be good yet at that time.");
    expect(allows(window, "subscribe", { at: at + 9 }).reason).toBe("It may have ended by that time.");
    expect(allows(window, "subscribe", { at: at + 1 }).answer).toBe("yes");
    const role = tokenReadAs({
      rights: { ...toyAdapter.authority(rooms.reading.native, {}).rights, "rights.admit": "possible" },
    });
    expect(short(allows(role, "admit", { at }))).toBe("uncertain, possible");
    const denied = { ...toyAdapter.authority(rooms.reading.native, {}).rights, "rights.admit": "deny" } as const;
    expect(short(allows(tokenReadAs({ rights: denied }), "admit", { at }))).toBe("no, deny");
    const excepted = tokenReadAs({ rights: denied, statements: { "rights.admit": "but for one" } });
    expect(short(allows(excepted, "admit", { at }))).toBe("uncertain, deny");
  });

  it("compares room names as its vendor does", () => {
    const adapter: AnyAdapter = { ...toyAdapter, normalizeRoom: (name) => name.toLowerCase() };
    expect(allows({ ...tokenOf({}), adapter }, "subscribe", { at, room: "R" }).answer).toBe("yes");
  });

  it("is certain of nothing when a part of it could not be read, but of where and when it is not good", () => {
    const odd = tokenOf({ theme: 7, host: true, send: { cam: "no" } });
    expect(allows(odd, "moderate.media", { at })).toEqual({
      answer: "uncertain",
      reading: "allow",
      reason: "A part of the token could not be read for certain.",
    });
    expect(allows(odd, "publish.camera", { at })).toMatchObject({ answer: "uncertain", reading: "deny" });
    expect(allows(odd, "publish.camera", { at: at + 1e9 }).answer).toBe("no");
    const { reading, adapter } = tokenOf({});
    const finding = { severity: "error", message: "", cure: "" } as const;
    const twice = { ...reading, warnings: [{ ...finding, id: "token.duplicate-name" }] };
    expect(allows({ reading: twice, adapter }, "subscribe", { at }).answer).toBe("uncertain");
    const early = { ...reading, warnings: [{ ...finding, id: "token.not-yet-valid" }] };
    expect(allows({ reading: early, adapter }, "subscribe", { at }).answer).toBe("yes");
  });

  it("is not read by another vendor's adapter", () => {
    const adapter = makeToyAdapter("twin", "Twin");
    expect(() => allows({ ...tokenOf({}), adapter }, "join", { at })).toThrow(
      expect.objectContaining({ code: "translate.vendor-mismatch" }),
    );
  });
});

describe("every question", () => {
  it("knows each right in both forms, and nothing else", () => {
    expect(actions).toHaveLength(rightPaths.length + 1);
    expect(new Set(actions).size).toBe(actions.length);
    const grant = grantOf({ entry: "direct", rights: { admit: true } });
    for (const odd of ["", "rights", "rights.", "publish", "rights.join", "__proto__", "constructor"]) {
      expect(allows(grant, odd as Action, { at })).toEqual({
        answer: "no",
        reading: "unknown",
        reason: "There is no such action.",
      });
    }
  });

  it("has an answer, whatever the grant and whenever", () => {
    const anyTime = fc.oneof(fc.integer({ min: now - 100, max: now + 2000 }), fc.double());
    const anyContext = fc.record(
      { at: anyTime, room: fc.string(), participantId: fc.string() },
      { requiredKeys: ["at"] },
    );
    fc.assert(
      fc.property(anyGrant, fc.constantFrom(...actions), anyContext, (grant, action, context) => {
        const { answer, reading, reason } = allows(grant, action, context);
        expect(["yes", "no", "uncertain"]).toContain(answer);
        expect(reason).toMatch(/^[A-Z].*\.$/);
        if (answer === "yes") expect(reading).toBe("allow");
      }),
    );
  });

  it("never says yes to more when the time is another", () => {
    fc.assert(
      fc.property(anyGrant, fc.constantFrom(...actions), (grant, action) => {
        const ended = typeof grant.expiresAt === "number" ? grant.expiresAt : Number.NaN;
        expect(allows(grant, action, { at: ended }).answer).toBe("no");
      }),
    );
  });
});
