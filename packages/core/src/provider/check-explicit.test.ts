import { describe, expect, it } from "vitest";
import type { EncodeRequest } from "../adapter/adapter.js";
import type { Authority, StatedReading } from "../authority/authority.js";
import { ceilingOfGrant } from "../authority/ceilings.js";
import { errorOf } from "../errors/testing/error-of.js";
import type { GrantInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";
import type { RightPath } from "../grant/right-path.js";
import { type FrankAdapter, type FrankShortcomings, makeFrankAdapter, surely } from "../testing/frank-adapter.js";
import { checkExplicit, isUnconfirmedDenial } from "./check-explicit.js";
import { prepareIssue } from "./prepare.js";
import { now, tenant } from "./testing/toy-provider.js";

const asked = (changes: Partial<GrantInput>): GrantInput => ({ room: "standup", expiresIn: "1h", ...changes });

function problems(changes: Partial<GrantInput>, hold: FrankShortcomings["hold"]): string[] {
  const adapter = makeFrankAdapter("frank", hold === undefined ? {} : { hold });
  return problemsOf(changes, adapter).map(({ path }) => path);
}

function problemsOf(changes: Partial<GrantInput>, adapter: FrankAdapter) {
  const grant = parseGrant(asked(changes), { now });
  const request: EncodeRequest = { grant, ceiling: ceilingOfGrant(grant) };
  const { native } = adapter.encode(request);
  return checkExplicit(grant, adapter.authority(native, {}), adapter, request, now);
}

const prepared = (changes: Partial<GrantInput>, shortcomings: FrankShortcomings) =>
  prepareIssue(asked(changes), { adapter: makeFrankAdapter("frank", shortcomings), tenant, method: "sign", now });

const readAs =
  (path: RightPath, reading: StatedReading) =>
  (authority: Authority): Authority => ({ ...authority, rights: { ...authority.rights, [path]: reading } });

const readings: readonly StatedReading[] = [
  "allow",
  "deny",
  "deny, liftable",
  "possible",
  "default(allow)",
  "default(deny)",
  "default(deny), liftable",
  "unknown",
  "ungoverned",
  "ungoverned, everyone",
];

describe("a right", () => {
  it.each<[string, Partial<GrantInput>, readonly StatedReading[]]>([
    ["that was asked for is held", { rights: { admit: true } }, ["allow", "possible", "default(allow)"]],
    [
      "that was denied is held",
      { rights: { admit: false } },
      ["deny", "deny, liftable", "default(deny)", "default(deny), liftable"],
    ],
    [
      "that nobody mentioned may be anything but given",
      {},
      readings.filter((reading) => reading !== "allow" && reading !== "possible"),
    ],
    ["with modes is held by no role", { rights: { record: ["cloud"] } }, []],
  ])("%s where the token reads as one of these", (_what, changes, accepted) => {
    const held = readings.filter(
      (reading) =>
        problems(changes, (authority) => {
          const path = changes.rights !== undefined && "record" in changes.rights ? "rights.record" : "rights.admit";
          const { modes: _modes, ...rest } = readAs(path, reading)(authority);
          return rest;
        }).length === 0,
    );
    expect(held).toEqual(accepted);
  });

  it("that nobody asked for is named, with what to do", () => {
    const adapter = makeFrankAdapter("frank", { hold: readAs("rights.admit", "allow") });
    expect(problemsOf({}, adapter)).toEqual([
      {
        path: "rights.admit",
        code: "grant.unsupported",
        message: "A Frank token would also give `rights.admit`, which was not asked for.",
        cure: "Ask for `rights.admit` too, or leave out what it comes with.",
      },
    ]);
  });

  it("to some modes is held as exactly these", () => {
    const modes = (list: readonly ("cloud" | "local")[] | undefined) => (authority: Authority) => {
      const { modes: _modes, ...rest } = authority;
      return list === undefined ? rest : { ...rest, modes: { "rights.record": list } };
    };
    const record = { rights: { record: ["cloud", "local"] } } as const;
    expect(problems(record, modes(["local", "cloud"]))).toEqual([]);
    for (const other of [["cloud"], undefined] as const) {
      expect(problems(record, modes(other))).toEqual(["rights.record"]);
    }
    expect(problems({ rights: { record: true } }, modes(["cloud"]))).toEqual(["rights.record"]);
  });

  it("to receive a selection is held as exactly this", () => {
    const held = (change: Partial<Authority>) => (authority: Authority) => {
      const { subscribeSelection: _selection, ...rest } = authority;
      return { ...rest, ...change };
    };
    const select = { rights: { subscribe: { base: false, byParticipantId: { ann: true } } } } as const;
    expect(problems(select, undefined)).toEqual([]);
    expect(problems(select, held({ subscribeSelection: { base: false, byParticipantId: { ann: true } } }))).toEqual([]);
    expect(problems(select, held({ subscribeSelection: { base: false } }))).toEqual(["rights.subscribe"]);
    expect(problems(select, held({}))).toEqual(["rights.subscribe"]);
    const all = { rights: { subscribe: true } };
    expect(problems(all, held({}))).toEqual([]);
    expect(problems(all, held({ subscribeSelection: { base: false } }))).toEqual(["rights.subscribe"]);
  });

  it("that comes whole or not at all is not called a role", () => {
    const whole = makeFrankAdapter("frank", {
      hold: ({ modes: _modes, ...authority }) => authority,
    });
    expect(problemsOf({ rights: { record: ["cloud"] } }, whole)).toMatchObject([
      { path: "rights.record", message: "A Frank token cannot hold `rights.record`.", cure: "Leave it out." },
    ]);
  });
});

describe("everything else", () => {
  it.each<[string, Partial<GrantInput>, Partial<Authority>]>([
    ["purpose", {}, { purpose: surely(["api", "participant"]) }],
    ["purpose", { purpose: ["api", "participant"] }, { purpose: surely(["api"]) }],
    ["purpose", {}, { purpose: { lowest: ["participant"], highest: ["api", "participant"] } }],
    ["room", {}, { room: surely({ any: true }) }],
    ["room", {}, { room: { lowest: "standup", highest: { any: true } } }],
    ["room", {}, { room: surely("other") }],
    ["room", { room: { anyOf: ["a", "b"] } }, { room: surely("a") }],
    ["participant.id", {}, { identity: surely("u_1") }],
    ["participant.id", { participant: { id: "u_1" } }, { identity: surely(null) }],
    ["participant.id", { participant: { id: "u_1" } }, { identity: { lowest: "u_1", highest: null } }],
    ["notBefore", { notBefore: now + 60 }, { window: surely({ notBefore: 0, expiresAt: now + 3600 }) }],
    ["notBefore", {}, { window: surely({ notBefore: now + 60, expiresAt: now + 3600 }) }],
    ["expiresAt", {}, { window: surely({ notBefore: 0, expiresAt: null }) }],
    ["expiresAt", {}, { window: surely({ notBefore: 0, expiresAt: undefined }) }],
    ["expiresAt", {}, { window: surely({ notBefore: 0, expiresAt: now + 3599 }) }],
    ["stay.maxSeconds", { stay: { maxSeconds: 60 } }, { stay: surely({ maxSeconds: null, endsAtExpiry: false }) }],
    ["stay.maxSeconds", {}, { stay: surely({ maxSeconds: 60, endsAtExpiry: false }) }],
    ["stay.endsAtExpiry", {}, { stay: surely({ maxSeconds: null, endsAtExpiry: true }) }],
    ["entry", { entry: "direct" }, { entry: { lowest: "ask", highest: "direct" } }],
    ["entry", { entry: "ask" }, { entry: surely("direct") }],
    ["automation.record", {}, { automation: { record: {} } }],
    ["automation.record", { automation: { record: { mode: "cloud" } } }, { automation: { record: {} } }],
    ["automation.transcribe", { automation: { transcribe: true } }, { automation: {} }],
  ])("is held exactly: %s (%#)", (path, changes, held) => {
    expect(problems(changes, (authority) => ({ ...authority, ...held }))).toEqual([path]);
  });

  it("is held where the token says the same in its own way", () => {
    const past = { window: surely({ notBefore: now - 60, expiresAt: now + 3600 }) };
    expect(problems({}, (authority) => ({ ...authority, ...past }))).toEqual([]);
    expect(problems({ entry: "direct" }, undefined)).toEqual([]);
    const lower = makeFrankAdapter("frank", {
      hold: (authority) => ({ ...authority, room: surely("STANDUP") }),
      normalizeRoom: (name) => name.toLowerCase(),
    });
    expect(problemsOf({}, lower)).toEqual([]);
  });

  it("that nobody asked about may be as the vendor has it: how somebody enters", () => {
    expect(problems({}, (authority) => ({ ...authority, entry: surely("ask") }))).toEqual([]);
  });

  it("comes with the place that it has outside the token", async () => {
    const remedy = { vendor: "frank", where: "room", setting: "limit" } as const;
    const hold = (authority: Authority): Authority => ({
      ...authority,
      stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    });
    const error = await errorOf(() =>
      prepared({ stay: { maxSeconds: 60 } }, { hold, outside: { "stay.maxSeconds": remedy } }),
    );
    expect(error.details?.["issues"]).toMatchObject([{ path: "stay.maxSeconds", remedy }]);
  });
});

describe("a restriction that a setting elsewhere might lift", () => {
  const knock = { vendor: "frank", where: "room", setting: "door", value: true } as const;

  it("is issued and reported: asking at a door", () => {
    const hold = (authority: Authority): Authority => ({ ...authority, entry: { lowest: "ask", highest: "direct" } });
    expect(prepared({ entry: "ask" }, { hold, requirements: [knock] }).report).toEqual([
      {
        path: "entry",
        kind: "advisory",
        effect: "uncertain",
        from: "ask",
        to: "direct",
        reason: "The token says so; at Frank a setting of the room decides whether it holds.",
        remedy: knock,
      },
    ]);
    expect(prepared({ entry: "ask" }, { hold }).report[0]).not.toHaveProperty("remedy");
    expect(prepared({}, { hold }).report).toEqual([]);
    expect(prepared({ entry: "ask" }, { requirements: [knock] }).report).toEqual([]);
  });

  it("is issued and reported: a right, told once for a whole group", () => {
    const hold = (authority: Authority): Authority =>
      ["media", "remove", "permissions"].reduce(
        (read, kind) => readAs(`rights.moderate.${kind}` as RightPath, "default(deny), liftable")(read),
        readAs("rights.admit", "default(deny)")(authority),
      );
    const { report } = prepared({ rights: { moderate: false, admit: false } }, { hold });
    expect(report.map(({ path, kind, covers }) => [path, kind, covers?.length])).toEqual([
      ["rights.moderate", "advisory", 3],
    ]);
  });

  it("is told apart from a denial that the token's holder can lift", () => {
    const said = readAs("rights.admit", "deny, liftable");
    const silent = readAs("rights.record", "default(deny), liftable");
    const { report } = prepared({ rights: { admit: false, record: false } }, { hold: (read) => said(silent(read)) });
    expect(report.map(({ path, to, reason }) => [path, to, reason])).toEqual([
      ["rights.admit", "deny", "The token denies it; what else the Frank token says may let its holder lift that."],
      ["rights.record", "default(deny)", "The token does not give it; Frank does not say whether a setting can."],
    ]);
  });

  it("is none where nothing was denied", () => {
    const grant = parseGrant(asked({ rights: { admit: true } }), { now });
    const adapter = makeFrankAdapter("frank", { hold: readAs("rights.record", "default(deny), liftable") });
    const { native } = adapter.encode({ grant, ceiling: ceilingOfGrant(grant) });
    const authority = adapter.authority(native, {});
    expect(isUnconfirmedDenial("rights.record", grant, authority)).toBe(false);
    expect(isUnconfirmedDenial("rights.admit", grant, authority)).toBe(false);
  });
});

describe("what a vendor's switches do beyond the words of a grant", () => {
  const rightsOf = (changes: Partial<GrantInput>, path: RightPath, reading: StatedReading): unknown[] =>
    prepared(changes, { hold: readAs(path, reading) }).report.map(({ path: at, kind, from, to }) => [
      at,
      kind,
      from,
      to,
    ]);

  it("is reported: a right that was not mentioned and is denied all the same", () => {
    expect(rightsOf({}, "rights.admit", "deny")).toEqual([["rights.admit", "narrowed", "unknown", "deny"]]);
    expect(rightsOf({}, "rights.admit", "default(deny)")).toEqual([]);
    expect(rightsOf({ rights: { admit: false } }, "rights.admit", "deny")).toEqual([]);
  });

  it("is reported: a right that was asked for and rests on a default", () => {
    const asking = { rights: { admit: true } };
    expect(rightsOf(asking, "rights.admit", "default(allow)")).toEqual([
      ["rights.admit", "assumed", "allow", "default(allow)"],
    ]);
    expect(rightsOf(asking, "rights.admit", "allow")).toEqual([]);
    expect(rightsOf({}, "rights.admit", "default(allow)")).toEqual([]);
  });
});
