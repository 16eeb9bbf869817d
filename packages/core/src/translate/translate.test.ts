import { describe, expect, it } from "vitest";
import type { Grant } from "../grant/grant.js";
import { attempt, refusedPaths } from "../testing/attempt.js";
import {
  type FrankShortcomings,
  frankReading,
  makeFrankAdapter,
  plainAuthority,
  surely,
} from "../testing/frank-adapter.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const twin = makeToyAdapter("twin", "Twin");
const hour = { room: "standup", exp: now + 3600 };
const toTwin = (properties: ToyProperties, policy: TranslationPolicy = {}) =>
  translate(verified(toyAdapter, { ...hour, ...properties }), { from: toyAdapter, to: twin, now, policy });

const frank = makeFrankAdapter("frank");
const allowed = plainAuthority(now + 3600, { tenant: "acme" });

/** A token of one vendor that says everything, brought to another that falls short of it. */
function toBlunt(shortcomings: FrankShortcomings, grant: Partial<Grant> = {}, policy: TranslationPolicy = {}) {
  const to = makeFrankAdapter("blunt", shortcomings);
  return translate(frankReading(frank, allowed, { grant }), { from: frank, to, now, policy });
}

describe("an everyday token", () => {
  it("is the same token at a vendor of the same form, with a short report", () => {
    const moved = toTwin({ user: "u_1", name: "Ann", host: true, send: { camera: false, data: true }, record: true });
    expect(moved.vendor).toBe("twin");
    expect(moved.properties).toEqual({
      ...hour,
      user: "u_1",
      name: "Ann",
      host: true,
      send: { camera: false, data: true },
      record: true,
    });
    expect(moved.grant).toEqual({
      purpose: ["participant"],
      room: "standup",
      participant: { id: "u_1", name: "Ann" },
      expiresAt: now + 3600,
      rights: { publish: { camera: false, data: true }, moderate: { media: true, remove: true }, record: true },
    });
    expect(moved.native).toEqual({ properties: moved.properties, unknown: {}, findings: [] });
    expect(moved.report.map(({ kind, path, covers }) => [kind, covers?.length ?? path])).toEqual([
      ["moved", "room"],
      ["assumed", 4],
      ["assumed", "rights.subscribe"],
      ["assumed", "rights.visible"],
      ["advisory", "rights.admit"],
      ["advisory", "rights.livestream"],
      ["advisory", "rights.transcribe"],
    ]);
  });

  it("says of the room that it must be there", () => {
    expect(toTwin({}).report[0]).toEqual({
      path: "room",
      kind: "moved",
      effect: "elsewhere",
      from: "standup",
      to: "standup",
      reason: "The room must exist at Twin under this name.",
      remedy: { vendor: "twin", where: "room", setting: "name", value: "standup" },
    });
  });

  it("gets a new room by the map, and says so", () => {
    const moved = toTwin({}, { rooms: { map: { standup: "daily-standup" } } });
    expect(moved.properties.room).toBe("daily-standup");
    expect(moved.report[0]).toEqual({
      path: "room",
      kind: "moved",
      effect: "elsewhere",
      from: "standup",
      to: "daily-standup",
      reason: "Renamed by `rooms.map`.",
    });
    expect(refusedPaths(() => toTwin({}, { rooms: { map: { retro: "x" } } }))).toEqual(["room"]);
  });

  it("lists what was kept exactly when asked to", () => {
    const source = verified(toyAdapter, { ...hour, user: "u_1", name: "Ann" });
    const options = { from: toyAdapter, to: twin, now };
    const exact = translate(source, { ...options, includeExact: true }).report.filter(({ kind }) => kind === "exact");
    expect(exact.map(({ path, covers }) => covers?.join(" ") ?? path)).toEqual([
      ...["purpose", "room", "participant.id", "notBefore", "expiresAt", "stay.endsAtExpiry", "stay.maxSeconds"],
      ...["entry", "automation.record", "automation.transcribe"],
      "rights.moderate.media rights.moderate.remove rights.moderate.permissions",
      "participant.name",
    ]);
    expect(exact[0]).toEqual({
      path: "purpose",
      kind: "exact",
      effect: "same",
      from: ["participant"],
      to: ["participant"],
      reason: "Kept.",
    });
    for (const includeExact of [false, undefined]) {
      const { report } = translate(source, { ...options, ...(includeExact === undefined ? {} : { includeExact }) });
      expect(report.filter(({ kind }) => kind === "exact")).toEqual([]);
    }
  });

  it("tells what the client has to pass and what the room needs", () => {
    const moved = toBlunt(
      { requirements: [{ vendor: "blunt", where: "room", setting: "storage", value: true }] },
      { participant: { name: "Ann" } },
    );
    expect(moved.join).toEqual({ name: "Ann" });
    expect(moved.roomRequirements).toEqual([{ vendor: "blunt", where: "room", setting: "storage", value: true }]);
  });
});

describe("the result", () => {
  it("is frozen all the way down", () => {
    const moved = toTwin({ send: { camera: false }, autoRecord: true });
    for (const part of [moved, moved.properties, moved.properties.send, moved.grant, moved.grant.rights, moved.native])
      expect(Object.isFrozen(part)).toBe(true);
    for (const part of [moved.report, moved.report[0], moved.join, moved.roomRequirements, moved.roomRequirements[0]])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it("never shows the id that it is bound to in its report, nor does a refusal", () => {
    const moved = toTwin({ user: "person-17" });
    expect(JSON.stringify(moved.report)).not.toContain("person-17");
    const lost = { hold: (asked: typeof allowed) => ({ ...asked, identity: surely(null) }) };
    const run = () =>
      translate(frankReading(frank, plainAuthority(now + 60, { identity: surely("person-17") })), {
        from: frank,
        to: makeFrankAdapter("blunt", lost),
        now,
      });
    const { refusals } = attempt(run);
    expect(refusals).toMatchObject([{ path: "participant.id", from: "bound", to: "unbound" }]);
    expect(() => run()).toThrow(expect.not.objectContaining({ message: expect.stringContaining("person-17") }));
  });
});

describe("what the encoder says", () => {
  const problem = { path: "room", code: "grant.unsupported", message: "Not here.", cure: "Elsewhere." } as const;

  it("is a refusal, and stands for the comparison at the same path", () => {
    const remedy = { where: "policy", setting: "narrow.room" } as const;
    const shortcomings: FrankShortcomings = {
      problems: () => [
        { ...problem, remedy },
        { ...problem, path: "participant.name" },
      ],
      hold: (asked) => ({ ...asked, room: surely("elsewhere") }),
    };
    expect(attempt(() => toBlunt(shortcomings)).refusals).toStrictEqual([
      { path: "room", from: undefined, to: undefined, reason: "Not here.", remedy },
      { path: "participant.name", from: undefined, to: undefined, reason: "Not here." },
    ]);
  });

  it("comes after what the source and the map say", () => {
    const shortcomings = { problems: () => [problem, { ...problem, path: "expiresAt" }] };
    const to = makeFrankAdapter("blunt", shortcomings);
    const source = frankReading(frank, plainAuthority(null), { unknown: { odd: 1 } });
    const policy = { rooms: { map: {} } };
    const { refusals } = attempt(() => translate(source, { from: frank, to, now, policy }));
    expect(refusals.map(({ path, reason }) => `${path}: ${reason.slice(0, 24)}`)).toEqual([
      "expiresAt: The source never expires",
      "room: The room has no row in `",
      "unknown.odd: The Frank adapter does n",
    ]);
  });

  it("is not believed: what it wrote is read back", () => {
    const hold = (asked: typeof allowed) => ({
      ...asked,
      rights: { ...asked.rights, "rights.record": "allow" as const },
    });
    expect(refusedPaths(() => toBlunt({ hold }))).toEqual(["rights.record"]);
  });
});

describe("what is lost", () => {
  it("of an automation is dropped, or moved where it has a place outside the token", () => {
    const automation = { record: { mode: "cloud" }, transcribe: {} } as const;
    const source = frankReading(frank, plainAuthority(now + 60, { automation }), { grant: { automation } });
    const hold = (asked: typeof allowed) => ({ ...asked, automation: {} });
    const outside = { "automation.record": { vendor: "blunt", where: "dashboard", setting: "autoRecord" } } as const;
    const { report } = translate(source, { from: frank, to: makeFrankAdapter("blunt", { hold, outside }), now });
    expect(report.filter(({ path }) => path.startsWith("automation."))).toEqual([
      expect.objectContaining({ path: "automation.record", kind: "moved", remedy: outside["automation.record"] }),
      expect.objectContaining({ path: "automation.transcribe", kind: "dropped", to: null }),
    ]);
    expect(report.find(({ kind }) => kind === "dropped")).not.toHaveProperty("remedy");
  });

  it("of a right with a place outside the token is moved there", () => {
    const rights = { ...allowed.rights, "rights.livestream": "allow", "rights.admit": "allow" } as const;
    const outside = { "rights.livestream": { vendor: "blunt", where: "dashboard", setting: "stream" } } as const;
    const hold = (asked: typeof allowed) => ({
      ...asked,
      rights: { ...asked.rights, "rights.livestream": "unknown", "rights.admit": "unknown" } as const,
    });
    const to = makeFrankAdapter("blunt", { hold, outside });
    const { report } = translate(frankReading(frank, { ...allowed, rights }), { from: frank, to, now });
    expect(report.filter(({ kind, path }) => kind === "moved" && path !== "room")).toEqual([
      {
        path: "rights.admit",
        kind: "moved",
        effect: "elsewhere",
        from: "allow",
        to: "unknown",
        reason: "The Frank token allows it; the Blunt token leaves it to the room or does not document it.",
      },
      expect.objectContaining({ path: "rights.livestream", remedy: outside["rights.livestream"] }),
    ]);
  });

  it("of a description is reported after the rights, and hints of the vendor's own after that", () => {
    const source = frankReading(frank, allowed, { grant: { client: { language: "de" } }, residue: { colour: "red" } });
    const to = makeFrankAdapter("blunt", { carry: ({ client: _client, ...rest }) => rest });
    const { report } = translate(source, { from: frank, to, now });
    expect(report.slice(-2).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "client.language dropped",
      "extensions.frank.colour dropped",
    ]);
  });

  it("is nothing that binds: that is refused", () => {
    const bound = plainAuthority(now + 60, {
      stay: surely({ maxSeconds: 60, endsAtExpiry: true }),
      entry: surely("ask"),
      window: surely({ notBefore: now + 10, expiresAt: now + 60 }),
    });
    const hold = () => plainAuthority(now + 61, { rights: bound.rights });
    const run = () =>
      translate(frankReading(frank, bound), { from: frank, to: makeFrankAdapter("blunt", { hold }), now });
    expect(refusedPaths(run)).toEqual(["notBefore", "expiresAt", "stay.endsAtExpiry", "stay.maxSeconds", "entry"]);
  });
});

describe("within one vendor", () => {
  it("another account's room is another room, and the token is issued anew", () => {
    const properties = { ...hour, account: "acme", iat: now - 60, theme: "dark" };
    const source = verified(toyAdapter, properties, { other: 1 });
    const move = (tenant?: string) =>
      translate(source, {
        from: toyAdapter,
        to: { adapter: toyAdapter, ...(tenant === undefined ? {} : { tenant }) },
        now,
      });
    expect(move().properties).toEqual(properties);
    expect(move("acme").properties).toEqual({ ...properties, iat: now });
    expect(move("acme").report).toEqual([]);
    const other = move("other");
    expect(other.properties).toEqual({ ...properties, account: "other", iat: now });
    expect(other.native.unknown).toEqual({ other: 1 });
    expect(other.report.map(({ path }) => path)).toContain("room");
    expect(other.report.map(({ kind }) => kind)).toContain("assumed");
  });

  it("every room of one account is not every room of another", () => {
    const source = verified(toyAdapter, { account: "acme", exp: now + 60 });
    const move = (tenant: string) => () =>
      translate(source, { from: toyAdapter, to: { adapter: toyAdapter, tenant }, now });
    expect(refusedPaths(move("acme"))).toEqual([]);
    expect(refusedPaths(move("other"))).toEqual(["room"]);
  });

  it("a renamed room is another place, where silence may mean something else", () => {
    const source = verified(toyAdapter, { ...hour, account: "acme", iat: now - 60 });
    const policy = { rooms: { map: { standup: "retro" } } };
    const moved = translate(source, { from: toyAdapter, to: toyAdapter, now, policy });
    expect(moved.properties).toEqual({ room: "retro", exp: now + 3600 });
    expect(moved.report.map(({ kind }) => kind)).toContain("assumed");
  });

  it("so is a room with other settings", () => {
    const source = verified(toyAdapter, hour);
    const move = (rooms: NonNullable<TranslationPolicy["rooms"]>) =>
      translate(source, { from: toyAdapter, to: toyAdapter, now, policy: { rooms } }).report;
    const everyone = { recording: "everyone" };
    expect(move({ source: everyone, target: { ...everyone } })).toEqual([]);
    expect(move({ source: everyone }).length).toBeGreaterThan(0);
    expect(move({ source: everyone, target: { recording: "nobody" } }).length).toBeGreaterThan(0);
  });

  it("an expiry that nobody knows is asked for", () => {
    const window = surely({ notBefore: 0, expiresAt: undefined });
    const source = frankReading(frank, plainAuthority(null, { window }));
    const { refusals } = attempt(() => translate(source, { from: frank, to: frank, now }));
    expect(refusals).toEqual([
      {
        path: "expiresAt",
        from: "not known",
        to: undefined,
        reason: expect.stringContaining("does not say"),
        remedy: { where: "policy", setting: "narrow.expiresAt" },
      },
    ]);
  });
});
