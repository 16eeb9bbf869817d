// What a provider issues, held against its grant by the emulator: every right that is said, in either direction, and no
// power over others that is not said.
import { RoompassError } from "@roompass/core";
import { createDaily } from "@roompass/daily";
import { createMetered } from "@roompass/metered";
import { createVideoSDK } from "@roompass/videosdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Action,
  createDailyEmulator,
  createMeteredEmulator,
  createVideosdkEmulator,
  type Emulator,
  type Vendor,
  vendors,
} from "../src/index.js";
import { countingBytes, now } from "./over-http.js";

const clock = () => now;
const world = { clock, randomBytes: countingBytes() };
const key = "TEST-ONLY-key-of-the-issuing-test-0123456789-abc";
const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const emulators: Readonly<Record<Vendor, Emulator>> = {
  daily: createDailyEmulator({ ...world, apiKey: key, domainId }),
  metered: createMeteredEmulator({ ...world, appName: "test-app", secretKey: key }),
  videosdk: createVideosdkEmulator({ ...world, apiKey: "TEST-ONLY-project", secret: key }),
};
const dailySettings = { apiKey: key, domainId, clock, fetch: emulators.daily.fetch } as const;
const signing = createDaily({ ...dailySettings, method: "sign" });
const requesting = createDaily({ ...dailySettings, method: "request" });
const metered = createMetered({ appName: "test-app", secretKey: key, clock, fetch: emulators.metered.fetch });
const videosdk = createVideoSDK({ apiKey: "TEST-ONLY-project", secret: key, clock });

const participantId = "u_1";

function partly(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record(members)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
}

/** Rights by name, each said or not; few at a time, since most vendors cannot hold many. */
const anyRights = fc
  .subarray(
    [
      "microphone",
      "camera",
      "screen",
      "data",
      "subscribe",
      "visible",
      "media",
      "remove",
      "permissions",
      "admit",
      "record",
    ],
    {
      maxLength: 2,
    },
  )
  .chain((names) => partly(Object.fromEntries(names.map((name) => [name, fc.boolean()]))));

const anyGrant = partly({
  rights: anyRights,
  whole: fc.constantFrom(undefined, undefined, "moderator", "host"),
  id: fc.constantFrom(undefined, participantId),
  entry: fc.constantFrom("direct", "direct", "direct", "ask"),
  notBefore: fc.constantFrom(undefined, undefined, undefined, undefined, now + 60),
  maxSeconds: fc.constantFrom(undefined, undefined, undefined, undefined, 600),
  endsAtExpiry: fc.constantFrom(undefined, undefined, undefined, undefined, true, false),
});

const actionsOf: Readonly<Record<string, readonly Action[]>> = {
  microphone: ["send audio"],
  camera: ["send video"],
  screen: ["share screen"],
  data: ["send messages"],
  subscribe: ["receive audio", "receive video", "receive screen"],
  visible: ["be seen"],
  media: ["mute others"],
  remove: ["remove others"],
  permissions: ["change rights"],
  admit: ["admit"],
  record: ["record in the cloud"],
};

const whole: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  moderator: { media: true, remove: true },
  host: { media: true, remove: true, permissions: true, admit: true },
};

function pick(rights: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in rights).map((name) => [name, rights[name]]));
}

function inputOf(made: Record<string, unknown>, rights: Readonly<Record<string, unknown>>): object {
  const publish = pick(rights, ["microphone", "camera", "screen", "data"]);
  const moderate = pick(rights, ["media", "remove", "permissions"]);
  return {
    room: "room-a",
    expiresIn: "1h",
    entry: made["entry"],
    ...(made["id"] === undefined ? {} : { participant: { id: made["id"] } }),
    ...(made["notBefore"] === undefined ? {} : { notBefore: made["notBefore"] }),
    stay: pick(made, ["maxSeconds", "endsAtExpiry"]),
    rights: {
      ...pick(rights, ["subscribe", "visible", "admit", "record"]),
      ...(Object.keys(publish).length === 0 ? {} : { publish }),
      ...(Object.keys(moderate).length === 0 ? {} : { moderate }),
    },
  };
}

type Issue = (input: never) => Promise<{ readonly token: string }>;

/** The token, or `undefined` where the vendor cannot hold the grant. */
async function issue(issuing: Issue, input: object): Promise<string | undefined> {
  try {
    return (await issuing(input as never)).token;
  } catch (error) {
    if (error instanceof RoompassError && error.code.startsWith("grant.")) return undefined;
    throw error;
  }
}

const settings = { privacy: "private", enable_knocking: true };

describe.each([
  ["daily", "signing", signing.issue],
  ["daily", "requesting", requesting.issue],
  ["metered", "requesting", metered.issue],
  ["videosdk", "signing", videosdk.issue],
] as const)("%s, %s", (vendor, _how, issuing) => {
  it("issues exactly the rights that are said", async () => {
    let issued = 0;
    await fc.assert(
      fc.asyncProperty(anyGrant, async (made) => {
        const rights: Record<string, unknown> = {
          ...(made["rights"] as Record<string, unknown>),
          ...whole[String(made["whole"])],
        };
        const token = await issue(issuing as Issue, inputOf(made, rights));
        if (token === undefined) return;
        issued += 1;
        const begins = (made["notBefore"] as number | undefined) ?? now;
        const place = { token, room: "room-a", participantId, roomSettings: vendor === "videosdk" ? {} : settings };
        const at = (visit: object) => emulators[vendor].allowsAll({ ...place, ...visit });
        const inside = await at({ at: begins });
        for (const [name, value] of Object.entries(rights)) {
          for (const action of actionsOf[name] ?? []) expect([action, inside[action].allowed]).toEqual([action, value]);
        }
        for (const name of ["media", "remove", "permissions"].filter((power) => !(power in rights))) {
          for (const action of actionsOf[name] ?? []) expect([action, inside[action].allowed]).toEqual([action, false]);
        }
        expect([inside.ask.allowed, inside.join.allowed]).toEqual([true, made["entry"] === "direct"]);
        if (made["notBefore"] !== undefined) expect((await at({ at: begins - 1 })).ask.allowed).toBe(false);
        expect((await at({ at: now + 3600 })).ask.allowed).toBe(false);
        expect((await at({ at: begins, room: "room-b" })).join.allowed).toBe(false);
        const stays = async (until: number) => (await at({ joinedAt: begins, at: until })).stay.allowed;
        if (made["maxSeconds"] !== undefined) expect(await stays(begins + 600)).toBe(false);
        if (made["endsAtExpiry"] === true) expect(await stays(now + 3600)).toBe(false);
        const stranger = (await at({ at: begins, participantId: "u_9" }))["act as"].allowed;
        expect(stranger).toBe(made["id"] === undefined);
      }),
      { numRuns: 120 },
    );
    console.log(`${vendor}: ${issued} of 120 grants issued`);
    expect(issued).toBeGreaterThan(10);
  });
});

it("covers every vendor", () => {
  expect(Object.keys(emulators)).toEqual([...vendors]);
});
