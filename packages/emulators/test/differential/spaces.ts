import type { Vendor } from "../../src/index.js";
import { now } from "../over-http.js";

export type Claims = Readonly<Record<string, unknown>>;

/** A plain token of each vendor, and what each of its members may be in place of that; `undefined` leaves it out. */
interface Space {
  readonly plain: Claims;
  readonly others: Readonly<Record<string, readonly unknown[]>>;
  /** The claims that the members make. */
  readonly claims: (members: Claims) => Claims;
}

const absent = undefined;
const hour = now + 3600;
const everyKind = { v: true, a: true, sv: true, sa: true, cv: { "*": true }, ca: { "*": true } };

function given(members: Claims): Claims {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

const times = { nbf: [now - 60, now + 60, 0], exp: [now + 600, now - 1, absent] };

const daily: Space = {
  plain: { r: "room-a", exp: hour, iat: now - 10, ud: "u_1", u: "Ada" },
  others: {
    ...times,
    r: ["room-b", absent],
    ud: [absent, "u_2"],
    o: [true, false],
    k: [true, false],
    ss: [true, false],
    er: ["cloud", "local", "cloud-audio-only", "raw-tracks", ["cloud", "raw-tracks"], false],
    ejt: [true, false],
    eje: [600, 60],
    sr: [true, false],
    ast: [true],
    vo: [true],
    "p.hp": [true, false],
    "p.cs": [true, false, "a", "v,a", "v,a,sv,sa", "cv"],
    "p.cr": [{ b: true }, { b: false }, { b: { ...everyKind, v: false } }, { b: true, u: { u_2: false } }],
    "p.ca": [true, false, "p", "s", "t", "p,t", ["participants"]],
  },
  claims(members) {
    const inside = Object.entries(members).filter(([name]) => name.startsWith("p."));
    const beside = Object.entries(members).filter(([name]) => !name.startsWith("p."));
    const p = Object.fromEntries(inside.map(([name, value]) => [name.slice(2), value]));
    return { ...Object.fromEntries(beside), ...(inside.length === 0 ? {} : { p }) };
  },
};

const metered: Space = {
  plain: { roomName: "room-a", expireUnixSec: hour, externalUserId: "u_1", name: "Ada", appName: "test-app" },
  others: {
    roomName: ["room-b", absent],
    expireUnixSec: [now + 600, now - 1, absent],
    notBeforeUnixSec: [now - 60, now + 60],
    externalUserId: [absent, "u_2"],
    isAdmin: [true, false],
    globalToken: [true, false],
    ejectAfterElapsedTimeInSec: [600, 60],
    disableVideo: [true],
    meta: ["text"],
    exp: [hour, now + 60],
    nbf: [now + 30],
  },
  claims: ({ exp, nbf, ...data }) => ({ data, ...given({ iat: now - 10, exp, nbf }) }),
};

const videosdk: Space = {
  plain: {
    permissions: ["allow_join"],
    version: 2,
    roomId: "room-a",
    participantId: "u_1",
    roles: ["rtc"],
    exp: hour,
    iat: now - 10,
  },
  others: {
    permissions: [
      ["allow_join", "allow_mod"],
      ["ask_join"],
      ["ask_join", "allow_mod"],
      ["allow_mod"],
      [],
      ["allow_join", "other"],
      absent,
    ],
    version: [absent, "2", 1],
    roomId: ["room-b", absent],
    participantId: ["u_2", absent],
    roles: [["crawler"], ["crawler", "rtc"], absent],
    exp: [now + 600, now - 1, absent],
    nbf: [now - 60, now + 60],
    jti: ["j_1"],
  },
  claims: (members) => members,
};

export const spaces: Readonly<Record<Vendor, Space>> = { daily, metered, videosdk };

function change(space: Space, changes: Claims): Claims {
  return space.claims(given({ ...space.plain, ...changes }));
}

/** Every token that differs from the plain one in at most `most` members. */
export function near(vendor: Vendor, most: number): readonly Claims[] {
  const space = spaces[vendor];
  let sets: Claims[] = [{}];
  for (const [name, values] of Object.entries(space.others)) {
    const more = sets.filter((set) => Object.keys(set).length < most);
    sets = [...sets, ...more.flatMap((set) => values.map((value) => ({ ...set, [name]: value })))];
  }
  return sets.map((set) => change(space, set));
}

/** Members that mean something together only, so that no token which differs in one of them shows it. */
const couples: Readonly<Record<Vendor, readonly Claims[]>> = {
  daily: [
    { er: "cloud", sr: true },
    { o: true, ast: true },
  ],
  metered: [{ isAdmin: true, ejectAfterElapsedTimeInSec: 60 }],
  videosdk: [{ permissions: ["allow_join", "allow_mod"], roles: ["crawler", "rtc"] }],
};

export function coupled(vendor: Vendor): readonly Claims[] {
  return couples[vendor].map((changes) => change(spaces[vendor], changes));
}

/** The token with these members changed, each to the value with this number. */
export function picked(vendor: Vendor, choices: readonly (readonly [member: number, value: number])[]): Claims {
  const space = spaces[vendor];
  const members = Object.entries(space.others);
  const changes = choices.map(([member, value]) => {
    const [name, values] = members[member % members.length] as (typeof members)[number];
    return [name, values[value % values.length]] as const;
  });
  return change(space, Object.fromEntries(changes));
}

/**
 * The vendor's error table says that nobody gets in with `ask_join` and another permission; its own samples sign such
 * tokens. They are read as asking. The one place where more is translated than the documents grant, kept apart here.
 */
export function asksAndMore({ permissions }: Claims): boolean {
  return Array.isArray(permissions) && permissions.includes("ask_join") && permissions.length > 1;
}
