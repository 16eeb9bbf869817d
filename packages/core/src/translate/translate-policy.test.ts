import { describe, expect, it } from "vitest";
import type { StatedReading } from "../authority/authority.js";
import { attempt, refusedPaths, thrownBy } from "../testing/attempt.js";
import { everyRight, frankReading, makeFrankAdapter, plainAuthority } from "../testing/frank-adapter.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const twin = makeToyAdapter("twin", "Twin");
const hour = { room: "standup", exp: now + 3600 };
const move = (properties: ToyProperties, policy: TranslationPolicy = {}, unknown: Record<string, unknown> = {}) =>
  translate(verified(toyAdapter, properties, unknown), { from: toyAdapter, to: twin, now, policy });

const frank = makeFrankAdapter("frank");
/** Somebody of whom only these rights are known, brought to the twin. */
const fromFrank = (rights: Readonly<Record<string, StatedReading>>, policy: TranslationPolicy = {}) => {
  const authority = plainAuthority(now + 3600, { rights: { ...everyRight("unknown"), ...rights } });
  return translate(frankReading(frank, authority), { from: frank, to: twin, now, policy });
};
const entryAt = (path: string, { report }: { report: ReturnType<typeof move>["report"] }) =>
  report.find((line) => line.path === path || line.covers?.includes(path));

describe("narrow", () => {
  it("gives an id and an expiry to a source that has none", () => {
    const narrow = { participant: { id: "u_1" }, expiresIn: "1h" } as const;
    const moved = move({ room: "standup" }, { narrow });
    expect(moved.properties).toEqual({ room: "standup", user: "u_1", exp: now + 3600 });
    for (const path of ["participant.id", "expiresAt"]) {
      expect(entryAt(path, moved)).toMatchObject({ kind: "narrowed", reason: "Narrowed, as the policy says." });
    }
  });

  it("takes rights away, and says so", () => {
    const moved = move(
      { ...hour, record: true },
      { narrow: { rights: { record: false, publish: { camera: false } } } },
    );
    expect(moved.properties).toMatchObject({ record: false, send: { camera: false } });
    expect(entryAt("rights.record", moved)).toMatchObject({
      kind: "narrowed",
      from: "allow",
      to: "deny",
      effect: "less",
    });
    expect(entryAt("rights.publish.camera", moved)?.kind).toBe("narrowed");
  });

  it("chooses one room of all", () => {
    expect(refusedPaths(() => move({ exp: now + 60 }))).toEqual(["room"]);
    const moved = move({ exp: now + 60 }, { narrow: { room: "retro" } });
    expect(moved.properties.room).toBe("retro");
    expect(moved.report.filter(({ path }) => path === "room").map(({ kind }) => kind)).toEqual(["moved", "narrowed"]);
  });

  it("never grows anything", () => {
    expect(refusedPaths(() => move(hour, { narrow: { room: "other" } }))).toEqual(["room"]);
    expect(refusedPaths(() => move({ ...hour, user: "u_1" }, { narrow: { participant: { id: "u_2" } } }))).toEqual([
      "participant.id",
    ]);
    expect(move(hour, { narrow: { expiresAt: now + 9999, entry: "direct" } }).properties).toEqual(hour);
  });

  it("asks for what the target cannot hold: that is refused", () => {
    expect(
      refusedPaths(() => move(hour, { narrow: { stay: { maxSeconds: 60 }, rights: { visible: false } } })),
    ).toEqual(["stay.maxSeconds", "rights.visible"]);
  });
});

describe("allowNoExpiry", () => {
  it("lets what never expires never expire, and nothing else", () => {
    const { refusals } = attempt(() => move({ room: "standup" }));
    expect(refusals).toEqual([
      {
        path: "expiresAt",
        from: null,
        to: undefined,
        reason: "The source never expires. Give an expiry, or say `allowNoExpiry`.",
        remedy: { where: "policy", setting: "narrow.expiresAt" },
      },
    ]);
    expect(refusedPaths(() => move({ room: "standup" }, { allowNoExpiry: false }))).toEqual(["expiresAt"]);
    expect(move({ room: "standup" }, { allowNoExpiry: true }).properties).toEqual({ room: "standup" });
    expect(refusedPaths(() => move({ room: "standup", exp: now }, { allowNoExpiry: true }))).toEqual(["expiresAt"]);
  });
});

describe("vouch", () => {
  it("keeps what the source's role really gives", () => {
    const possible = { "rights.moderate.media": "allow", "rights.moderate.remove": "possible" } as const;
    expect(fromFrank(possible).properties).not.toHaveProperty("host");
    const moved = fromFrank(possible, { vouch: { moderate: { remove: true } } });
    expect(moved.properties.host).toBe(true);
    expect(entryAt("rights.moderate.media", moved)).toBeUndefined();
  });

  it("cannot override a denial", () => {
    expect(thrownBy(() => move({ ...hour, record: false }, { vouch: { record: true } }))).toMatchObject({
      code: "translate.policy",
    });
  });

  it("comes before narrow, which takes away what was vouched for", () => {
    const both = { vouch: { record: true }, narrow: { rights: { record: false } } } as const;
    expect(move(hour, both).properties.record).toBe(false);
  });
});

describe("require", () => {
  const host = { "rights.moderate.media": "allow", "rights.moderate.remove": "default(deny)" } as const;

  it("refuses what would be narrowed, and keeps quiet about what is kept", () => {
    expect(entryAt("rights.moderate.media", fromFrank(host))?.kind).toBe("narrowed");
    const { refusals } = attempt(() => fromFrank(host, { require: ["rights.moderate"] }));
    expect(refusals).toMatchObject([
      {
        path: "rights.moderate.media",
        reason: "Required by the policy. The Frank token allows it; the Twin token does not give it.",
        remedy: { where: "policy", setting: "vouch" },
      },
      { path: "rights.moderate.permissions" },
    ]);
    expect(
      refusedPaths(() =>
        fromFrank({ ...host, "rights.moderate.permissions": "deny" }, { require: ["rights.moderate"] }),
      ),
    ).toEqual(["rights.moderate.media"]);
    expect(refusedPaths(() => move({ ...hour, host: true }, { require: ["rights.moderate", "entry"] }))).toEqual([]);
  });

  it("does not mind what the policy itself narrows", () => {
    const policy = { narrow: { rights: { record: false } }, require: ["rights.record"] } as const;
    expect(move({ ...hour, record: true }, policy).properties.record).toBe(false);
  });

  it("holds for an automation, too", () => {
    const silent = makeFrankAdapter("blunt", { hold: (asked) => ({ ...asked, automation: {} }) });
    const automation = { record: {} };
    const source = frankReading(frank, plainAuthority(now + 60, { automation }), { grant: { automation } });
    const run = (policy: TranslationPolicy) => () => translate(source, { from: frank, to: silent, now, policy });
    expect(refusedPaths(run({ require: ["automation"] }))).toEqual(["automation.record"]);
    expect(refusedPaths(run({}))).toEqual([]);
  });
});

describe("strict", () => {
  it("refuses what would be assumed or advisory, each with the way out", () => {
    const { refusals } = attempt(() => move(hour, { strict: true }));
    const lenient = move(hour).report.filter(({ kind }) => kind === "assumed" || kind === "advisory");
    expect(refusals.map(({ path }) => path)).toEqual(lenient.flatMap(({ path, covers }) => covers ?? [path]));
    for (const refusal of refusals) {
      expect(refusal.reason).toMatch(/^Refused by `strict`\. The Toy token /);
      expect(refusal.remedy).toEqual({ where: "policy", setting: "strict", value: false });
    }
  });

  it("lets pass what is said, narrowed or moved", () => {
    const said = everyRight("allow");
    const blunt = makeFrankAdapter("blunt", {
      hold: (asked) => ({ ...asked, rights: { ...asked.rights, "rights.record": "deny", "rights.admit": "unknown" } }),
    });
    const source = frankReading(frank, plainAuthority(now + 60, { rights: said }));
    const { report } = translate(source, { from: frank, to: blunt, now, policy: { strict: true } });
    expect(report.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "room moved",
      "rights.admit moved",
      "rights.record narrowed",
    ]);
  });
});

describe("assume", () => {
  const kindOf = (reading: StatedReading, assume: "documented-defaults" | "nothing"): unknown =>
    entryAt("rights.publish.camera", fromFrank({ "rights.publish.camera": reading }, { assume }))?.kind;

  it("nothing takes silence for what it is", () => {
    expect(kindOf("default(allow)", "documented-defaults")).toBe("assumed");
    expect(kindOf("default(allow)", "nothing")).toBe("advisory");
    expect(kindOf("allow", "nothing")).toBeUndefined();
  });
});

describe("ignoreUnknown", () => {
  it("passes over members that nobody knows, by name", () => {
    const unknown = { other: 1, send: { hologram: true } };
    expect(refusedPaths(() => move(hour, {}, unknown))).toEqual(["unknown.other", "unknown.send.hologram"]);
    expect(refusedPaths(() => move(hour, { ignoreUnknown: ["other"] }, unknown))).toEqual(["unknown.send.hologram"]);
    const moved = move(hour, { ignoreUnknown: ["other", "send"] }, unknown);
    expect(moved.native.unknown).toEqual({});
    expect(moved.report.slice(-2).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "unknown.other dropped",
      "unknown.send dropped",
    ]);
  });

  it("passes over vendor properties that bind, by name", () => {
    expect(refusedPaths(() => move({ ...hour, zone: "west" }))).toEqual(["extensions.toy.zone"]);
    const moved = move({ ...hour, zone: "west" }, { ignoreUnknown: ["zone"] });
    expect(moved.properties).toEqual(hour);
    expect(entryAt("extensions.toy.zone", moved)?.kind).toBe("dropped");
  });
});

describe("everything that is wrong", () => {
  it("is said at once", () => {
    const run = () => move({ zone: "west" }, { require: ["rights.record"], strict: true }, { other: 1 });
    const paths = refusedPaths(run);
    for (const path of ["expiresAt", "room", "unknown.other", "extensions.toy.zone", "rights.publish.camera"])
      expect(paths).toContain(path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(thrownBy(run)).toMatchObject({ code: "translate.refused", path: "expiresAt" });
  });
});
