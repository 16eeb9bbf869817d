// A second opinion on translation: whatever the holder of a new token may do at the new vendor's emulator, the holder of
// the old one could do at the old vendor's, unless the report says that nobody is sure.
import { rightPaths, type TranslationPolicy } from "@roompass/core";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isFull, sampled } from "../../../../tools/enumerations.ts";
import { type Action, actions, type Vendor, vendors } from "../../src/index.js";
import { now } from "../over-http.js";
import { judge, pathOf, type Verdict } from "./judge.js";
import { emulatorOf, idOf, move, sign } from "./sides.js";
import { asksAndMore, type Claims, coupled, near, picked } from "./spaces.js";

type Rooms = Readonly<Record<Vendor, Readonly<Record<string, unknown>>>>;

interface Stance {
  readonly name: string;
  /** The rooms of both vendors, or of the new one only. */
  readonly rooms: Rooms;
  readonly oldRooms?: Rooms;
  readonly policy: (from: Vendor, to: Vendor) => TranslationPolicy;
}

const locked: Rooms = { daily: { privacy: "private" }, metered: { privacy: "private" }, videosdk: {} };
const knocking: Rooms = { ...locked, daily: { privacy: "private", enable_knocking: true } };
const quiet: Rooms = {
  daily: { privacy: "private", permissions: { canSend: false } },
  metered: { privacy: "private", ownerOnlyBroadcast: true },
  videosdk: {},
};
const brief: Rooms = {
  daily: { privacy: "private", eject_after_elapsed: 300 },
  metered: { privacy: "private", ejectAfterElapsedTimeInSec: 300 },
  videosdk: {},
};
/** Settings of a room that translation is told about, one at a time. */
const settings: Readonly<Record<Vendor, readonly Readonly<Record<string, unknown>>[]>> = {
  daily: [
    { exp: now + 700 },
    { nbf: now + 60 },
    { eject_after_elapsed: 300 },
    { enable_knocking: true },
    { permissions: { canSend: ["audio"] } },
    { permissions: { canReceive: { base: false } } },
    { permissions: { hasPresence: false } },
    { permissions: { canAdmin: true } },
    { enable_screenshare: false },
    { enable_recording: "cloud" },
    { enable_hidden_participants: true },
  ],
  metered: [
    { expireUnixSec: now + 700 },
    { expireUnixSec: now + 700, ejectAtRoomExp: true },
    { notBeforeUnixSec: now + 60 },
    { ejectAfterElapsedTimeInSec: 300 },
    { ownerOnlyBroadcast: true },
    { enableRecording: true },
    { audioOnlyRoom: true },
  ],
  videosdk: [{}],
};
const told =
  (rooms: Rooms, oldRooms = rooms) =>
  (from: Vendor, to: Vendor) => ({ rooms: { source: oldRooms[from], target: rooms[to] } });

/** The old room had a setting that the new one has not, or the other way round. */
function moving(setting: Readonly<Record<string, unknown>>, side: Vendor, hadIt: boolean): Stance {
  const set = { ...locked, [side]: { ...locked[side], ...setting } };
  const [oldRooms, rooms] = hadIt ? [set, locked] : [locked, set];
  const name = `${hadIt ? "from" : "to"} a room with ${Object.keys(setting)}`;
  return { name, rooms, oldRooms, policy: told(rooms, oldRooms) };
}

const endsSoon = (claims: Claims): boolean => JSON.stringify(claims).includes(`:${now + 600}`);

const narrow = { room: "room-a", expiresAt: now + 1800, participant: { id: "u_1" } } as const;

const stances: readonly [Stance, ...Stance[]] = [
  { name: "private rooms", rooms: locked, policy: () => ({}) },
  { name: "narrowed", rooms: knocking, policy: (from, to) => ({ ...told(knocking)(from, to), narrow }) },
  { name: "rooms where admins speak, told", rooms: quiet, policy: told(quiet) },
  { name: "rooms with a limit, told", rooms: brief, policy: told(brief) },
  { name: "silence means nothing", rooms: locked, policy: () => ({ assume: "nothing", allowNoExpiry: true }) },
];
const [plain, ...others] = stances;

const pairs = vendors.flatMap((from) => vendors.map((to) => [from, to] as const));
const minutes = 60_000;
const lines: string[] = [];

/** How often each action was compared on the way from one vendor to another. */
const compared = new Map<string, Map<Action, number>>(pairs.map((pair) => [pair.join(" -> "), new Map()]));

function count(pair: readonly [Vendor, Vendor], done: readonly Action[]): void {
  const counts = compared.get(pair.join(" -> "));
  for (const action of done) counts?.set(action, (counts.get(action) ?? 0) + 1);
}

/** What came of comparing the new token with the old one; `undefined` where the old one is not translated. */
async function examine(
  claims: Claims,
  [from, to]: readonly [Vendor, Vendor],
  { rooms, oldRooms = rooms, policy }: Stance,
): Promise<Verdict | undefined> {
  const old = await sign(from, claims);
  const moved = await move(old, from, to, policy(from, to));
  if (moved === undefined) return undefined;
  return judge(old, moved, { from, to, rooms, oldRooms, participantId: idOf(from, claims) });
}

async function walk(tokens: readonly Claims[], pair: readonly [Vendor, Vendor], stance: Stance): Promise<void> {
  const wrong: unknown[] = [];
  let accepted = 0;
  for (const claims of tokens.filter((candidate) => !asksAndMore(candidate))) {
    const verdict = await examine(claims, pair, stance);
    if (verdict === undefined) continue;
    accepted += 1;
    count(pair, verdict.compared);
    const { gains } = verdict;
    if (gains.length > 0) wrong.push({ claims, gains });
  }
  lines.push(
    `${pair.join(" -> ")}, ${stance.name}: ${tokens.length} tokens, ${accepted} translated, ${wrong.length} gain`,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  if (stance === plain) expect(accepted).toBeGreaterThan(10);
}

it("every right has an action, and every action a place in reports", () => {
  expect(rightPaths.filter((path) => !Object.values(pathOf).includes(path))).toEqual([]);
});

describe.each(pairs)("%s to %s", (from, to) => {
  it(
    "gains nothing in private rooms",
    async () => {
      const tokens = isFull ? near(from, 2) : [...near(from, 1), ...coupled(from), ...sampled(near(from, 2), 15)];
      await walk(tokens, [from, to], plain);
    },
    10 * minutes,
  );

  it.each(others)(
    "gains nothing: $name",
    async (stance) => {
      await walk(sampled(near(from, 2), 12), [from, to], stance);
    },
    10 * minutes,
  );

  it("gains nothing by moving to a room that is set otherwise", async () => {
    const all = [
      ...settings[from].map((setting) => moving(setting, from, true)),
      ...settings[to].map((setting) => moving(setting, to, false)),
    ];
    // Beside a few of every kind, the one that ends before the rooms do.
    const tokens = [...sampled(near(from, 1), 4), ...near(from, 1).filter(endsSoon)];
    for (const stance of all) await walk(tokens, [from, to], stance);
  });

  it("gains nothing from tokens that differ in more", async () => {
    const choices = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 3, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(choices, fc.constantFrom(...stances), async (changes, stance) => {
        const claims = picked(from, changes);
        if (!asksAndMore(claims)) expect((await examine(claims, [from, to], stance))?.gains ?? []).toEqual([]);
      }),
      { numRuns: isFull ? 1000 : 20 },
    );
  });
});

it("compared a lot on every way, entry and staying on each, and powers wherever a token of both vendors has them", () => {
  for (const [pair, counts] of compared) {
    const total = [...counts.values()].reduce((sum, times) => sum + times, 0);
    expect([pair, total > 1000]).toEqual([pair, true]);
    const always = ["join", "ask", "stay", "act as"] as const;
    expect([pair, always.filter((action) => (counts.get(action) ?? 0) < 100)]).toEqual([pair, []]);
  }
  // From a vendor to itself every action is compared that one of its tokens can give.
  const never = (vendor: Vendor) => actions.filter((action) => !compared.get(`${vendor} -> ${vendor}`)?.has(action));
  const impossible: readonly Action[] = ["be hidden", "record locally", "records on join", "transcribes on join"];
  const recordings: readonly Action[] = ["record audio in the cloud", "record raw tracks"];
  expect(never("daily")).toEqual(["call the API"]);
  expect(new Set(never("metered"))).toEqual(new Set([...impossible, ...recordings, "call the API"]));
  expect(new Set(never("videosdk"))).toEqual(new Set([...impossible, "change rights"]));
  // Between vendors, where both have the power in a token.
  expect(compared.get("daily -> metered")?.has("admit")).toBe(true);
  expect(compared.get("daily -> videosdk")?.has("mute others")).toBe(true);
});

it("what a report keeps silent about is found", async () => {
  const [claims = {}] = near("daily", 0);
  const old = await sign("daily", claims);
  const sides = { from: "daily", to: "daily", rooms: locked, oldRooms: locked, participantId: "u_1" } as const;
  const found = async (changes: Claims) => {
    const moved = { token: await sign("daily", { ...claims, ...changes }), report: [] };
    return [...new Set((await judge(old, moved, sides)).gains.map(({ action }) => action))];
  };
  expect(await found({})).toEqual([]);
  expect(await found({ ca: 1, p: { ca: "p" } })).toEqual(["mute others", "remove others", "change rights", "admit"]);
  expect(await found({ er: "cloud" })).toEqual(["record in the cloud"]);
  expect(await found({ exp: now + 3601, p: { hp: false } })).toEqual(["be hidden", "ask"]);
  expect(await found({ r: undefined })).toEqual(["ask"]);
  expect(await found({ ud: "u_9" })).toEqual(["act as"]);
  expect(await found({ o: true, er: "cloud", sr: true })).toContain("records on join");
});

describe("a token that asks and claims more", () => {
  it("gets nobody in at the old vendor, and asks at the new one", async () => {
    const [, , asking] = near("videosdk", 1);
    const claims = { ...asking, permissions: ["ask_join", "allow_mod"] };
    const old = await sign("videosdk", claims);
    const place = { room: "room-a", participantId: "u_1", at: now };
    expect(await emulatorOf("videosdk").join({ token: old, ...place, roomSettings: {} })).toMatchObject({ code: 4008 });
    const moved = await move(old, "videosdk", "daily", { rooms: { target: knocking.daily } });
    const answer = await emulatorOf("daily").join({
      token: moved?.token ?? "",
      ...place,
      roomSettings: knocking.daily,
    });
    expect(answer.outcome).toBe("lobby");
  });
});

afterAll(() => {
  const rows = [...compared].map(([pair, counts]) => {
    const all = [...counts].map(([action, times]) => `${action} ${times}`);
    const total = [...counts.values()].reduce((sum, times) => sum + times, 0);
    return `${pair}: ${total} actions compared: ${all.join(", ")}`;
  });
  console.log([...lines, ...rows].join("\n"));
});
