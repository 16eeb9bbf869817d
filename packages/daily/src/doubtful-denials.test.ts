import { allows, compare, type TranslationPolicy, translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { daily } from "./index.js";
import { now, signing, tokenOf } from "./testing/provider.js";

type Claims = Readonly<Record<string, unknown>>;

const provider = signing();
const read = (claims: Claims) => provider.inspect(tokenOf(claims));
const side = (claims: Claims, roomSettings?: Claims) => ({
  reading: read(claims),
  adapter: daily,
  ...(roomSettings === undefined ? {} : { roomSettings }),
});

/** The rights that somebody gains with the new token. */
const gained = (before: Claims, after: Claims, room?: Claims) =>
  compare(side(before, room), side(after, room), { now })
    .entries.filter(({ kind }) => kind === "gained")
    .map(({ path }) => path);

const move = (claims: Claims, policy: TranslationPolicy = {}) => {
  const moved = translate(read(claims), { from: provider, to: provider, now, policy, trustUnverified: true });
  const { room_name: _room, exp: _exp, iat: _iat, domain_id: _domain, ...said } = moved.properties;
  return [said, moved.report.map(({ kind, path }) => `${kind} ${path}`)];
};

const screens = ["rights.publish.screen", "rights.publish.screenAudio"];
const moderation = ["rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions"];

describe("two tokens, of which one leaves a denial in doubt", () => {
  it.each<[string, Claims, Claims, readonly string[]]>([
    ["a switch set against the list", { p: { cs: "v,a" } }, { ss: true, p: { cs: "v,a" } }, screens],
    [
      "a list set against the switch",
      { ss: false, p: { cs: "v,a,cv,ca" } },
      { ss: false, p: { cs: "v,a,cv,ca,sv,sa" } },
      screens,
    ],
    ["the other way round", { ss: true, p: { cs: "v,a,cv,ca" } }, { ss: false, p: { cs: true } }, screens],
    ["the same", { ss: true, p: { cs: "v,a" } }, { ss: true, p: { cs: "v,a" } }, []],
    ["the same after a renewal", { ss: false, p: { cs: true } }, { ss: false, p: { cs: true }, exp: now + 60 }, []],
    ["a screen in doubt beside its sound", { p: { cs: "sa" } }, { ss: true, p: { cs: "sa" } }, screens.slice(0, 1)],
  ])("%s", (_name, before, after, expected) => {
    expect(gained(before, after)).toEqual(expected);
  });

  it("an owner's permissions are not those of somebody else", () => {
    expect(gained({ p: { hp: false, ca: true } }, { o: true, p: { hp: false } })).toContain("rights.visible");
    expect(gained({ p: { ca: false } }, { o: true, p: { ca: false } })).toEqual(expect.arrayContaining(moderation));
    const some = { cr: { b: true, u: { u_2: false } } };
    expect(gained({ p: some }, { o: true, p: some })).toContain("rights.subscribe");
    const session = { cr: { b: true, p: { s1: false } } };
    for (const p of [{ hp: false }, { ca: false }, { cs: "cv" }, { cs: "v" }, { cr: { b: false } }, some, session]) {
      expect(gained({ o: true, p }, { o: true, p, exp: now + 60 })).toEqual([]);
      expect(gained({ o: true, p }, { p })).toEqual([]);
      expect(gained({ p }, { o: true, p })).toContain("rights.admit");
    }
  });

  it("a room's switch set against the list is not the token's own", () => {
    const room = { enable_screenshare: false };
    expect(gained({ ss: false, p: { cs: true } }, { p: { cs: true } }, room)).toEqual(screens);
    expect(gained({ p: { cs: true } }, { p: { cs: true } }, room)).toEqual([]);
  });
});

describe("asked about", () => {
  const answer = (claims: Claims, action: "rights.publish.screen" | "rights.moderate.media" | "subscribe") =>
    allows(side(claims), action, { at: now }).answer;

  it("a denial in doubt is neither yes nor no", () => {
    expect(answer({ ss: true, p: { cs: "v,a" } }, "rights.publish.screen")).toBe("uncertain");
    expect(answer({ ss: false, p: { cs: "v,a" } }, "rights.publish.screen")).toBe("no");
    expect(answer({ o: true, p: { ca: false } }, "rights.moderate.media")).toBe("uncertain");
    expect(answer({ p: { ca: false } }, "rights.moderate.media")).toBe("no");
    expect(answer({ o: true, p: { cr: { b: false } } }, "subscribe")).toBe("uncertain");
  });
});

describe("to Daily again", () => {
  it.each<[Claims, Claims]>([
    [
      { ss: true, p: { cs: "v,a" } },
      { enable_screenshare: true, permissions: { canSend: ["video", "audio"] } },
    ],
    [
      { ss: false, p: { cs: true } },
      { enable_screenshare: false, permissions: { canSend: true } },
    ],
    [
      { ss: true, p: { cs: "sa" } },
      { enable_screenshare: true, permissions: { canSend: ["screenAudio"] } },
    ],
  ])("switches set against each other stay: %j", (claims, said) => {
    expect(move(claims)).toEqual([said, []]);
  });

  it("an owner's permissions become somebody's of whom they surely hold", () => {
    expect(move({ o: true, p: { ca: false } })).toEqual([
      { permissions: { canAdmin: false } },
      ["narrowed rights.admit"],
    ]);
    expect(move({ o: true, p: { hp: false } })).toEqual([
      { permissions: { hasPresence: false, canAdmin: true } },
      ["moved rights.admit"],
    ]);
  });

  it("what is in doubt for anybody stays so without the owner flag", () => {
    const rest = { canAdmin: true };
    expect(move({ o: true, ss: true, p: { cs: "v,a" } })).toEqual([
      { enable_screenshare: true, permissions: { canSend: ["video", "audio"], ...rest } },
      ["moved rights.admit"],
    ]);
    expect(move({ o: true, p: { cs: "cv" } })).toEqual([
      { permissions: { canSend: ["customVideo"], ...rest } },
      ["moved rights.admit"],
    ]);
    const canReceive = { base: true, byParticipantId: { s1: false } };
    expect(move({ o: true, p: { cr: { b: true, p: { s1: false } } } })).toEqual([
      { permissions: { canReceive, ...rest } },
      ["moved rights.admit"],
    ]);
  });

  it.each<[Claims, TranslationPolicy]>([
    [{ p: { cs: true } }, { narrow: { rights: { publish: { camera: false } } } }],
    [{ p: { cs: "v,a,sv" } }, { narrow: { rights: { publish: { camera: false } } } }],
    [{ o: true, p: { cs: true } }, {}],
  ])("what is taken from %j does not turn the screen on that its room may deny", (claims, policy) => {
    const moved = translate(read(claims), { from: provider, to: provider, now, policy, trustUnverified: true });
    expect(moved.claims).not.toHaveProperty("ss");
    expect(gained(claims, moved.claims ?? {}, { enable_screenshare: false })).toEqual([]);
  });

  it("a room name that is an address stays what it is, and a grant with one is refused", async () => {
    const address = "https://acme.daily.co/standup";
    const moved = translate(read({ r: address }), { from: provider, to: provider, now, trustUnverified: true });
    expect(moved.properties.room_name).toBe(address);
    expect(moved.report).toEqual([]);
    await expect(provider.issue(moved)).resolves.toMatchObject({ token: expect.any(String) });
    const issuing = () => provider.issue({ room: address, expiresIn: "1h" });
    expect(await errorOf(issuing)).toMatchObject({ code: "grant.invalid", path: "room" });
  });
});
