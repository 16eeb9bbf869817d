import { describe, expect, it } from "vitest";
import type { Authority, StatedReading } from "../authority/authority.js";
import { ceilingOfAuthority } from "../authority/ceilings.js";
import { chooseOption } from "../authority/choose-option.js";
import { type RightPath, rightPaths } from "../grant/right-path.js";
import { applyRemedy } from "../testing/apply-remedy.js";
import { attempt } from "../testing/attempt.js";
import {
  everyRight,
  type FrankShortcomings,
  frankReading,
  makeFrankAdapter,
  plainAuthority,
  surely,
} from "../testing/frank-adapter.js";
import { now } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { roleThatKeeps } from "./remedies.js";
import { translate } from "./translate.js";

const frank = makeFrankAdapter("frank");

function move(authority: Partial<Authority>, shortcomings: FrankShortcomings, policy: TranslationPolicy = {}) {
  const to = makeFrankAdapter("blunt", shortcomings);
  return translate(frankReading(frank, plainAuthority(now + 3600, authority)), { from: frank, to, now, policy });
}

type Readings = { readonly [path in RightPath]?: StatedReading };
const having = (readings: Readings): Partial<Authority> => ({ rights: { ...everyRight("unknown"), ...readings } });

/** A vendor with one role, which gives all of these rights or none of them. */
function withRole(role: readonly RightPath[], gives: StatedReading = "allow"): FrankShortcomings {
  const all = (reading: StatedReading) => Object.fromEntries(role.map((path) => [path, reading]));
  return {
    hold(asked, { ceiling }) {
      const { readings } = chooseOption(ceiling, [
        { choice: false, readings: all("default(deny)") },
        { choice: true, readings: all(gives) },
      ]);
      return { ...asked, rights: { ...asked.rights, ...readings } };
    },
  };
}

const media = "rights.moderate.media";
const remove = "rights.moderate.remove";
const permissions = "rights.moderate.permissions";
const admit = "rights.admit";

describe("a narrowed right", () => {
  const remedyAt = (path: RightPath, source: Readings, shortcomings: FrankShortcomings): unknown => {
    const { report } = move(having(source), shortcomings);
    const line = report.find((entry) => entry.kind === "narrowed" && (entry.covers ?? [entry.path]).includes(path));
    expect(line).toBeDefined();
    return line?.remedy;
  };
  const vouch = (value: unknown): unknown => ({ where: "policy", setting: "vouch", value });

  it("comes back when the caller vouches for the rest of the role, and for no more than that", () => {
    const host = withRole([media, remove]);
    expect(remedyAt(media, { [media]: "allow" }, host)).toEqual(vouch({ moderate: { remove: true } }));
    expect(remedyAt(remove, { [remove]: "allow" }, host)).toEqual(vouch({ moderate: { media: true } }));
    expect(remedyAt(media, {}, host)).toEqual(vouch({ moderate: { media: true, remove: true } }));
  });

  it("is shortest as a whole group", () => {
    const moderator = withRole([media, remove, permissions]);
    expect(remedyAt(media, {}, moderator)).toEqual(vouch({ moderate: true }));
    expect(remedyAt(media, { [media]: "allow" }, moderator)).toEqual(vouch({ moderate: true }));
    expect(remedyAt(media, { [media]: "allow", [remove]: "allow" }, moderator)).toEqual(
      vouch({ moderate: { permissions: true } }),
    );
    const administrator = withRole([media, remove, permissions, admit]);
    expect(remedyAt(admit, { [admit]: "allow", [media]: "allow" }, administrator)).toMatchObject(
      vouch({ moderate: true }) as object,
    );
  });

  it("says no more than the group: what the source says beside it is left alone", () => {
    const moderator = withRole([media, remove, permissions]);
    expect(remedyAt(media, { [media]: "allow", [admit]: "allow" }, moderator)).toEqual(vouch({ moderate: true }));
  });

  it("comes back with a role that streams and transcribes, too", () => {
    const operator = withRole([media, "rights.livestream", "rights.transcribe"]);
    expect(remedyAt(media, { [media]: "allow" }, operator)).toEqual(
      vouch({ moderate: { media: true }, livestream: true, transcribe: true }),
    );
  });

  it("comes back with its siblings, where none of them is said", () => {
    const sender = withRole(["rights.publish.camera", "rights.publish.microphone"]);
    expect(remedyAt("rights.publish.camera", {}, sender)).toEqual(
      vouch({ publish: { camera: true, microphone: true } }),
    );
  });

  it("that is narrowed to some modes does not come back by vouching for what is said already", () => {
    const cloudOnly: FrankShortcomings = { hold: (asked) => ({ ...asked, modes: { "rights.record": ["cloud"] } }) };
    expect(remedyAt("rights.record", { "rights.record": "allow" }, cloudOnly)).toBeUndefined();
  });

  it("comes back alone where it has a switch of its own", () => {
    const switched: FrankShortcomings = {
      hold: (asked) => ({
        ...asked,
        rights: { ...asked.rights, [admit]: asked.rights[admit] === "allow" ? "allow" : "deny" },
      }),
    };
    expect(remedyAt(admit, {}, switched)).toEqual(vouch({ admit: true }));
  });

  it("comes back as a role that may include it", () => {
    expect(remedyAt(media, {}, withRole([media], "possible"))).toEqual(vouch({ moderate: { media: true } }));
  });

  it("does not come back where no role has it, or where the source denies a part of the role", () => {
    const never: FrankShortcomings = { hold: (asked) => ({ ...asked, rights: { ...asked.rights, [admit]: "deny" } }) };
    expect(remedyAt(admit, { [admit]: "allow" }, never)).toBeUndefined();
    expect(remedyAt(media, { [media]: "allow", [remove]: "deny" }, withRole([media, remove]))).toBeUndefined();
  });

  it("of reception has none: a part of it cannot be vouched for in a word", () => {
    const deaf: FrankShortcomings = {
      hold: (asked) => ({
        ...asked,
        rights: {
          ...asked.rights,
          "rights.subscribe": asked.rights["rights.subscribe"] === "allow" ? "allow" : "deny",
        },
      }),
    };
    expect(remedyAt("rights.subscribe", {}, deaf)).toBeUndefined();
  });

  it("of one kind is not helped by vouching for data", () => {
    const sender = withRole(["rights.publish.camera", "rights.publish.microphone"]);
    expect(remedyAt("rights.publish.camera", { "rights.publish.camera": "allow" }, sender)).toEqual(
      vouch({ publish: { microphone: true } }),
    );
  });
});

describe("the role that keeps a right", () => {
  const roleOf = (
    gives: (rights: Authority["rights"]) => boolean,
    source: Readings = {},
  ): readonly RightPath[] | undefined => {
    const to = makeFrankAdapter("blunt", {
      hold: (asked) => ({ ...asked, rights: { ...asked.rights, [remove]: gives(asked.rights) ? "allow" : "deny" } }),
    });
    const authority = plainAuthority(now + 60, having(source));
    const ceiling = ceilingOfAuthority(authority, { assume: "nothing", sameVendor: false, samePlace: false });
    return roleThatKeeps(remove, to, { grant: { purpose: ["participant"], room: "standup" }, ceiling });
  };

  it("has the right itself, even where another would be enough for the vendor", () => {
    expect(roleOf((rights) => rights[media] === "allow")).toEqual([media, remove]);
  });

  it("has the earlier of two rights of which one is enough", () => {
    const either = (rights: Authority["rights"]): boolean =>
      rights[remove] === "allow" && (rights[media] === "allow" || rights[admit] === "allow");
    expect(roleOf(either)).toEqual([media, remove]);
    expect(roleOf(either, { [media]: "deny" })).toEqual([remove, admit]);
  });

  it("is nothing for a right that the source denies", () => {
    expect(roleOf(() => true, { [remove]: "deny" })).toBeUndefined();
    expect(roleOf(() => true)).toEqual([remove]);
  });
});

describe("a refusal", () => {
  const remediesOf = (...args: Parameters<typeof move>): Record<string, unknown> =>
    Object.fromEntries(attempt(() => move(...args)).refusals.map(({ path, remedy }) => [path, remedy]));
  const hold = (lost: Partial<Authority>): FrankShortcomings => ({ hold: (asked) => ({ ...asked, ...lost }) });

  it("at the room is helped by choosing fewer, where there is a choice", () => {
    const anywhere = hold({ room: surely({ any: true }) });
    const narrow = { where: "policy", setting: "narrow.room" };
    expect(remediesOf({ room: surely({ anyOf: ["a", "b"] }) }, anywhere)).toEqual({ room: narrow });
    expect(remediesOf({ room: surely({ any: true }) }, {})).toEqual({ room: narrow });
    expect(remediesOf({ room: surely("a") }, anywhere)).toEqual({ room: undefined });
    expect(remediesOf({ room: surely({ pattern: "a*", dialect: "glob" }) }, anywhere)).toEqual({ room: undefined });
  });

  it("at the expiry is helped by giving one, and at the purpose by nothing", () => {
    const later = hold({ window: surely({ notBefore: 0, expiresAt: now + 9999 }) });
    expect(remediesOf({}, later)).toEqual({ expiresAt: { where: "policy", setting: "narrow.expiresAt" } });
    expect(remediesOf({}, hold({ purpose: surely(["api", "participant"]) }))).toEqual({ purpose: undefined });
  });

  it("at a right that the source possibly has is helped by vouching for it", () => {
    const all = hold({ rights: everyRight("allow") });
    const remedies = remediesOf({ rights: everyRight("possible") }, all);
    expect(Object.keys(remedies).toSorted()).toEqual([...rightPaths].sort());
    expect(remedies[media]).toEqual({ where: "policy", setting: "vouch", value: { moderate: { media: true } } });
    expect(remedies["rights.record"]).toEqual({ where: "policy", setting: "vouch", value: { record: true } });
    expect(remediesOf({ rights: everyRight("unknown") }, all)[media]).toEqual({
      where: "policy",
      setting: "allowWidening",
      value: [media],
    });
  });

  describe("at the entry", () => {
    const requirements = [
      { vendor: "blunt", where: "client", setting: "lobby", value: true },
      { vendor: "blunt", where: "room", setting: "storage", value: true },
      { vendor: "blunt", where: "room", setting: "lobby", value: true },
    ] as const;
    const lobby: FrankShortcomings = {
      hold: (asked) => ({ ...asked, entry: { lowest: asked.entry.lowest, highest: "direct" } }),
      read: (authority, { room }) =>
        room?.["lobby"] === true && room?.["open"] !== true
          ? { ...authority, entry: surely(authority.entry.lowest) }
          : authority,
    };
    const asking = { entry: surely("ask" as const) };

    it("is helped by the setting of the room that makes the vendor ask, whatever else the room needs", () => {
      expect(remediesOf(asking, { ...lobby, requirements })).toEqual({ entry: requirements[2] });
      const known = { rooms: { target: { lobby: true } } };
      expect(remediesOf(asking, { ...lobby, requirements }, known)).toEqual({});
    });

    it("is helped by a widening only, where no setting helps", () => {
      const allowed = { where: "policy", setting: "allowWidening", value: ["entry"] };
      expect(remediesOf(asking, lobby)).toEqual({ entry: allowed });
      expect(remediesOf(asking, { ...lobby, requirements: requirements.slice(0, 2) })).toEqual({ entry: allowed });
      expect(remediesOf(asking, { ...hold({ entry: surely("direct") }), requirements })).toEqual({ entry: allowed });
      const open = { rooms: { target: { open: true } } };
      expect(remediesOf(asking, { ...lobby, requirements }, open)).toEqual({ entry: allowed });
    });

    it("is gone once the setting is known", () => {
      const [remedy] = attempt(() => move(asking, { ...lobby, requirements })).refusals.map(
        (refusal) => refusal.remedy,
      );
      const policy = applyRemedy({}, remedy ?? { where: "policy", setting: "" }, { room: "a", expiresAt: now + 1 });
      expect(policy).toEqual({ rooms: { target: { lobby: true } } });
      expect(move(asking, { ...lobby, requirements }, policy).report.map(({ path }) => path)).not.toContain("entry");
    });
  });
});
