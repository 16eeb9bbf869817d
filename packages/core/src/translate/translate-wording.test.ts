import { describe, expect, it } from "vitest";
import type { EncodeRequest } from "../adapter/adapter.js";
import type { Authority, StatedReading } from "../authority/authority.js";
import { attempt } from "../testing/attempt.js";
import { everyRight, frankReading, makeFrankAdapter, plainAuthority, surely } from "../testing/frank-adapter.js";
import { now } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const own = { tenant: "acme" };

/** From a token of a vendor to another of the same vendor, of which the encoder makes something else. */
function renew(before: Partial<Authority>, hold: (asked: Authority) => Authority, policy: TranslationPolicy = {}) {
  const frank = makeFrankAdapter("frank", {
    hold: (asked, { ceiling }) => hold({ ...asked, ...statementsOf(ceiling) }),
  });
  const reading = frankReading(frank, plainAuthority(now + 3600, { ...own, ...before }));
  return attempt(() => translate(reading, { from: frank, to: frank, now, policy, includeExact: true }));
}

const statementsOf = ({ statements }: EncodeRequest["ceiling"]) => (statements === undefined ? {} : { statements });
const withRemove = (reading: StatedReading, words: unknown): Partial<Authority> => ({
  rights: { ...everyRight("allow"), "rights.moderate.remove": reading },
  statements: { "rights.moderate.remove": words },
});
const saying = (words: unknown) => (asked: Authority) => ({
  ...asked,
  statements: { "rights.moderate.remove": words },
});
const paths = ({ refusals }: ReturnType<typeof renew>): string[] => refusals.map(({ path }) => path);

describe("a token renewed at its own vendor", () => {
  const shorter: TranslationPolicy = { narrow: { expiresAt: now + 60 } };
  const entry = { lowest: "ask", highest: "direct" } as const;

  it("may say what may mean several things in the same words only", () => {
    const role = withRemove("possible", ["host"]);
    const asOwner = (asked: Authority): Authority => ({ ...asked, ...withRemove("possible", ["owner"]) });
    expect(paths(renew(role, saying(["host"]), shorter))).toEqual([]);
    expect(paths(renew(role, saying(["host", "owner"]), shorter))).toEqual(["rights.moderate.remove"]);
    expect(paths(renew(role, saying(["host", "owner"])))).toEqual(["rights.moderate.remove"]);
    expect(renew(role, asOwner, { vouch: { moderate: true } }).moved?.report).toContainEqual(
      expect.objectContaining({ path: "rights.moderate.remove", kind: "advisory" }),
    );
  });

  it("may leave open what it left open, in the same words", () => {
    const open = { entry, statements: { entry: ["ask", "host"] } };
    const walks = (asked: Authority): Authority => ({ ...asked, entry });
    const walksAsHost = (asked: Authority): Authority => ({ ...asked, entry, statements: { entry: ["host"] } });
    expect(paths(renew(open, walks, shorter))).toEqual([]);
    expect(paths(renew(open, walksAsHost, shorter))).toEqual(["entry"]);
    // What it leaves open without a word is the same only where nothing has changed.
    expect(paths(renew({ entry }, walks, shorter))).toEqual(["entry"]);
  });

  it("whose whole content is the same is the same, whatever it leaves open", () => {
    const vague = plainAuthority(now + 3600, { ...own, entry, rights: everyRight("possible") });
    const grant = { purpose: ["participant"], room: "standup", expiresAt: now + 3600, entry: "ask" } as const;
    const frank = makeFrankAdapter("frank", { hold: () => vague, carry: () => grant });
    const result = attempt(() =>
      translate(frankReading(frank, vague, { grant, residue: {} }), { from: frank, to: frank, now }),
    );
    expect(result.refusals).toEqual([]);
    expect(result.moved?.report).toEqual([]);
  });

  it("loses the exceptions of a denial that the caller makes whole", () => {
    const rights = { ...everyRight("allow"), "rights.subscribe": "deny" } as const;
    const excepting = { rights, statements: { "rights.subscribe": { session: true } } };
    const same = (asked: Authority): Authority => asked;
    const keeping = (asked: Authority): Authority => ({ ...asked, statements: excepting.statements });
    expect(paths(renew(excepting, same, shorter))).toEqual([]);
    for (const subscribe of [false, ["camera" as const]]) {
      const policy = { narrow: { rights: { subscribe } } };
      expect(paths(renew(excepting, keeping, policy))).toEqual(["rights.subscribe"]);
      const { moved } = renew(excepting, same, policy);
      expect(moved?.native.properties).not.toHaveProperty("authority.statements.rights.subscribe");
      expect(moved?.report.find(({ path }) => path === "rights.subscribe")).toMatchObject({
        kind: "narrowed",
        from: { reading: "deny", exceptions: true },
        to: "deny",
      });
    }
  });
});

describe("strict, with a part of what is allowed by default", () => {
  const strictly = (
    reading: StatedReading,
    narrow: NonNullable<TranslationPolicy["narrow"]>,
    to?: Partial<Authority>,
  ) => {
    const frank = makeFrankAdapter("frank");
    const blunt = makeFrankAdapter("blunt", { hold: (asked) => ({ ...asked, ...to }) });
    const rights = { ...everyRight("allow"), "rights.record": reading, "rights.subscribe": reading };
    const source = frankReading(frank, plainAuthority(now + 3600, { rights }));
    const policy = { narrow, strict: true };
    return attempt(() => translate(source, { from: frank, to: blunt, now, policy })).refusals.map(({ path }) => path);
  };
  const part = { rights: { record: ["cloud" as const], subscribe: ["camera" as const] } };

  it("is refused, as the default itself is", () => {
    for (const reading of ["default(allow)", "ungoverned, everyone"] as const)
      expect(strictly(reading, part).sort()).toEqual(["rights.record", "rights.subscribe"]);
    expect(strictly("allow", part)).toEqual([]);
  });

  it("is refused also where the target gives less of it, or leaves it to the room", () => {
    const modes = { "rights.record": ["cloud"] } as const;
    const narrow = { rights: { record: ["cloud" as const, "local" as const], subscribe: false as const } };
    expect(strictly("default(allow)", narrow, { modes })).toEqual(["rights.record"]);
    const rights = { ...everyRight("allow"), "rights.subscribe": "deny", "rights.record": "unknown" } as const;
    expect(strictly("default(allow)", narrow, { rights })).toEqual(["rights.record"]);
  });

  it("that the target's token selects itself is a part of the default, too", () => {
    const frank = makeFrankAdapter("frank");
    const subscribeSelection = { base: false, byParticipantId: { ann: true } } as const;
    const blunt = makeFrankAdapter("blunt", {
      hold: (asked) => ({ ...asked, rights: everyRight("allow"), subscribeSelection }),
    });
    const rights = { ...everyRight("allow"), "rights.subscribe": "default(allow)" } as const;
    const source = frankReading(frank, plainAuthority(now + 3600, { rights }));
    const move = (strict: boolean) =>
      attempt(() => translate(source, { from: frank, to: blunt, now, policy: { strict } }));
    expect(move(false).refusals).toEqual([]);
    expect(move(true).refusals.map(({ path }) => path)).toEqual(["rights.subscribe"]);
  });

  it("passes where it comes out denied", () => {
    const rights = { ...everyRight("allow"), "rights.record": "deny", "rights.subscribe": "deny" } as const;
    expect(strictly("default(allow)", part, { rights })).toEqual([]);
    expect(strictly("default(allow)", { rights: { record: false, subscribe: false }, room: "standup" })).toEqual([]);
  });
});

describe("a report", () => {
  it("counts the senders of a selection and names none", () => {
    const subscribeSelection = { base: false, byParticipantId: { "canary-1": true, "canary-2": { camera: true } } };
    const before = { rights: everyRight("allow"), subscribeSelection, identity: surely("canary-3") };
    const { moved } = renew(before, (asked) => asked);
    expect(moved?.report.find(({ path }) => path === "rights.subscribe")).toMatchObject({
      from: { reading: "allow", selection: { base: false, senders: 2 } },
      to: { reading: "allow", selection: { base: false, senders: 2 } },
    });
    expect(JSON.stringify(moved?.report)).not.toContain("canary");
    const { refusals } = renew(before, (asked) => ({ ...asked, subscribeSelection: { base: true } }));
    expect(refusals.map(({ path }) => path)).toEqual(["rights.subscribe"]);
    expect(JSON.stringify(refusals)).not.toContain("canary");
  });
});
