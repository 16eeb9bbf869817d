import { describe, expect, it } from "vitest";
import type { Authority, StatedReading } from "../authority/authority.js";
import { rightPaths } from "../grant/right-path.js";
import { attempt, refusedPaths, thrownBy } from "../testing/attempt.js";
import { everyRight, frankReading, makeFrankAdapter, plainAuthority, surely } from "../testing/frank-adapter.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import type { PathOrParent, TranslationPolicy } from "./policy.js";
import type { Remedy } from "./remedy.js";
import { translate } from "./translate.js";

const frank = makeFrankAdapter("frank");

/** From a token to one that lets its holder do something else. */
function move(before: Partial<Authority>, after: Partial<Authority>, policy: TranslationPolicy = {}, outside?: Remedy) {
  const blunt = makeFrankAdapter("blunt", {
    hold: (asked) => ({ ...asked, ...after }),
    ...(outside === undefined ? {} : { outside: { entry: outside } }),
  });
  return translate(frankReading(frank, plainAuthority(now + 3600, before)), { from: frank, to: blunt, now, policy });
}

const mode = (value: "cloud" | "local") => ({ automation: { record: { mode: value } } });
const stay = (maxSeconds: number | null, endsAtExpiry: boolean) => ({ stay: surely({ maxSeconds, endsAtExpiry }) });
const rights = (reading: StatedReading) => ({ rights: everyRight(reading) });

describe("what comes out wider", () => {
  it.each<[PathOrParent, Partial<Authority>, Partial<Authority>]>([
    ["entry", { entry: surely("ask") }, { entry: surely("direct") }],
    ["notBefore", { window: surely({ notBefore: now + 60, expiresAt: now + 3600 }) }, plainAuthority(now + 3600)],
    ["stay.maxSeconds", stay(60, false), stay(61, false)],
    ["stay.endsAtExpiry", stay(null, true), stay(null, false)],
    ["participant.id", { identity: surely("ann") }, { identity: surely(null) }],
    ["automation.record", {}, mode("cloud")],
    ["automation.record", mode("local"), mode("cloud")],
    ["rights.admit", rights("allow"), { rights: { ...everyRight("allow"), "rights.admit": "allow" } }],
  ])("at %s is refused, unless that path is allowed, and then it is reported", (path, before, after) => {
    const loosened =
      path === "rights.admit" ? { ...before, rights: { ...everyRight("allow"), [path]: "deny" } as const } : before;
    const { refusals } = attempt(() => move(loosened, after));
    expect(refusals.map((refusal) => refusal.path)).toEqual([path]);
    expect(refusals[0]?.remedy).toEqual({ where: "policy", setting: "allowWidening", value: [path] });
    const { report } = move(loosened, after, { allowWidening: [path] });
    expect(report.filter(({ kind }) => kind === "widened")).toEqual([
      {
        path,
        kind: "widened",
        effect: "more",
        from: refusals[0]?.from,
        to: refusals[0]?.to,
        reason: `Allowed by \`allowWidening\`. ${refusals[0]?.reason}`,
      },
    ]);
  });

  it("is allowed at the named path only", () => {
    const before: Partial<Authority> = { entry: surely("ask"), ...stay(60, true) };
    const after: Partial<Authority> = { entry: surely("direct"), ...stay(null, false) };
    expect(refusedPaths(() => move(before, after))).toEqual(["stay.endsAtExpiry", "stay.maxSeconds", "entry"]);
    expect(refusedPaths(() => move(before, after, { allowWidening: ["entry"] }))).toEqual([
      "stay.endsAtExpiry",
      "stay.maxSeconds",
    ]);
    expect(refusedPaths(() => move(before, after, { allowWidening: ["stay"] }))).toEqual(["entry"]);
    expect(refusedPaths(() => move(before, after, { allowWidening: ["stay", "entry"] }))).toEqual([]);
  });

  it("is allowed below a parent, for every right", () => {
    const none = () => move(rights("deny"), rights("allow"));
    expect(refusedPaths(none).toSorted()).toEqual([...rightPaths].sort());
    const moved = move(rights("deny"), rights("allow"), { allowWidening: ["rights"] });
    const widened = moved.report.filter(({ kind }) => kind === "widened");
    expect(widened.flatMap(({ path, covers }) => covers ?? [path]).sort()).toEqual([...rightPaths].sort());
    expect(widened.map(({ path }) => path)).toContain("rights.publish");
    const moderated = () => move(rights("deny"), rights("allow"), { allowWidening: ["rights.moderate"] });
    expect(refusedPaths(moderated)).toHaveLength(rightPaths.length - 3);
  });

  it("has its place outside the token named, where there is one", () => {
    const outside = { vendor: "blunt", where: "room", setting: "lobby", value: true } as const;
    const policy = { allowWidening: ["entry"] } as const;
    const moved = move({ entry: surely("ask") }, { entry: surely("direct") }, policy, outside);
    expect(moved.report.find(({ kind }) => kind === "widened")?.remedy).toEqual(outside);
  });

  it("changes nothing where nothing is wider", () => {
    const plain = move({}, {}).report;
    expect(move({}, {}, { allowWidening: ["rights", "entry", "stay", "participant", "notBefore"] }).report).toEqual(
      plain,
    );
  });
});

describe("what never comes out wider", () => {
  it.each([
    ["room", { room: surely("a") }, { room: surely({ any: true as const }) }],
    ["expiresAt", {}, { window: surely({ notBefore: 0, expiresAt: now + 3601 }) }],
    ["purpose", {}, { purpose: surely(["api", "participant"] as const) }],
  ] as const)("is the %s: no policy may name it, and none lets it pass", (path, before, after) => {
    expect(thrownBy(() => move(before, after, { allowWidening: [path] }))).toMatchObject({
      code: "translate.policy",
      path: "policy.allowWidening",
    });
    const everything: readonly PathOrParent[] = [
      ...(["rights", "stay", "participant", "automation", "entry", "notBefore"] as const),
    ];
    expect(refusedPaths(() => move(before, after, { allowWidening: everything }))).toEqual([path]);
  });

  it("is the person: losing a binding can be allowed, becoming somebody else cannot", () => {
    const policy = { allowWidening: ["participant.id"] } as const;
    const ann = { identity: surely("ann") };
    expect(refusedPaths(() => move(ann, { identity: surely(null) }, policy))).toEqual([]);
    const { refusals } = attempt(() => move(ann, { identity: surely("ben") }, policy));
    expect(refusals).toStrictEqual([
      { path: "participant.id", from: "bound", to: "bound", reason: expect.any(String) },
    ]);
  });
});

describe("what the encoder makes of it", () => {
  it("may be something that the vendor does not support, and is then judged by what came of it", () => {
    const problem = { message: "Not here.", cure: "Elsewhere." };
    const to = makeFrankAdapter("blunt", {
      hold: (asked) => ({ ...asked, entry: surely("direct") }),
      problems: () => [
        { ...problem, path: "entry", code: "grant.unsupported" },
        { ...problem, path: "stay.maxSeconds", code: "grant.limit" },
      ],
    });
    const source = frankReading(frank, plainAuthority(now + 60, { entry: surely("ask") }));
    const run = (policy: TranslationPolicy) => () => translate(source, { from: frank, to, now, policy });
    expect(refusedPaths(run({}))).toEqual(["entry", "stay.maxSeconds"]);
    expect(refusedPaths(run({ allowWidening: ["entry"] }))).toEqual(["stay.maxSeconds"]);
    expect(refusedPaths(run({ allowWidening: ["entry", "stay"] }))).toEqual(["stay.maxSeconds"]);
    expect(refusedPaths(run({ allowWidening: ["stay"] }))).toEqual(["entry", "stay.maxSeconds"]);
  });

  const twin = makeToyAdapter("twin", "Twin");

  it("is the better token: a role whose missing part is allowed is given", () => {
    const source = frankReading(
      frank,
      plainAuthority(now + 60, {
        rights: { ...everyRight("unknown"), "rights.moderate.media": "allow", "rights.moderate.remove": "possible" },
      }),
    );
    const to = (policy: TranslationPolicy) => translate(source, { from: frank, to: twin, now, policy });
    expect(to({}).properties).not.toHaveProperty("host");
    expect(to({}).report.find(({ path }) => path === "rights.moderate.media")).toMatchObject({
      kind: "narrowed",
      remedy: { where: "policy", setting: "vouch" },
    });
    const bold = to({ allowWidening: ["rights.moderate.remove"] });
    expect(bold.properties.host).toBe(true);
    expect(bold.report.find(({ kind }) => kind === "widened")?.path).toBe("rights.moderate.remove");
  });

  it("is not wider than it has to be", () => {
    const source = verified(toyAdapter, { room: "standup", exp: now + 60, record: false, send: { camera: false } });
    const moved = translate(source, { from: toyAdapter, to: twin, now, policy: { allowWidening: ["rights"] } });
    expect(moved.properties).toEqual({ room: "standup", exp: now + 60, record: false, send: { camera: false } });
    expect(moved.report.filter(({ kind }) => kind === "widened")).toEqual([]);
  });
});
