import { no } from "../emulator/answers.js";
import type { Emulator } from "../emulator/emulator.js";
import { EmulatorError } from "../emulator/errors.js";
import { makeEmulator } from "../emulator/make-emulator.js";
import type { Emulation, Members } from "../emulator/model.js";
import { randomHex, randomUuid } from "../emulator/random.js";
import { type EmulatorSettings, readWorld, type World } from "../emulator/settings.js";
import { readToken, TokenKey } from "../token/compact-token.js";
import { SecretText } from "../token/secret-text.js";
import { enterDaily, leavesDaily } from "./door.js";
import { callDaily, type DailyService } from "./endpoints.js";
import { type DailyPerson, insideDaily } from "./rights.js";
import { DailyRooms } from "./rooms.js";

/** One emulated Daily domain. */
export interface DailyEmulatorSettings extends EmulatorSettings {
  /** The domain's API keys. Tokens signed with any of them are genuine. Default: one that is made up. */
  readonly apiKey?: string | readonly string[];
  /** A UUID; default: one that is made up. */
  readonly domainId?: string;
  /** The part before `.daily.co`; default one that is made up. */
  readonly domainName?: string;
  /** The domain's settings, below those of rooms. */
  readonly domain?: Members;
}

/** What a customer of Daily has. */
export interface DailyCredentials {
  /** The first of the domain's API keys. */
  readonly apiKey: string;
  /** A UUID. */
  readonly domainId: string;
  /** The part before `.daily.co`. */
  readonly domainName: string;
}

function keysOf(settings: DailyEmulatorSettings, world: World): readonly [string, ...string[]] {
  const { apiKey = randomHex(world, 32) } = settings;
  const [first, ...rest] = typeof apiKey === "string" ? [apiKey] : apiKey;
  if (first === undefined || [first, ...rest].includes("")) {
    throw new EmulatorError("settings", "`apiKey` is empty.");
  }
  return [first, ...rest];
}

function makeService(settings: DailyEmulatorSettings, world: World, apiKeys: readonly string[]): DailyService {
  // Daily's own key is not the customer's: otherwise a new API key would end tokens that Daily signed.
  const ownKey = new TokenKey(randomHex(world, 32));
  const rooms = new DailyRooms(world);
  for (const [name, { privacy, ...properties }] of Object.entries(settings.rooms ?? {})) {
    const made = rooms.create({ name, ...(privacy === undefined ? {} : { privacy }), properties }, false);
    if ("problem" in made) throw new EmulatorError("settings", `Room \`${name}\`: ${made.problem}.`);
  }
  return {
    world,
    domainId: settings.domainId ?? randomUuid(world),
    domainName: settings.domainName ?? "emulated",
    domain: settings.domain ?? {},
    apiKeys: apiKeys.map((key) => new SecretText(key)),
    ownKey,
    allKeys: [...apiKeys.map((key) => new TokenKey(key)), ownKey],
    rooms,
  };
}

/**
 * Daily on this machine: the endpoints of version 1 that tokens need, and the check at the door of a room.
 *
 * @throws EmulatorError `settings` for an empty key, a room or a fault that does not exist.
 */
export function createDailyEmulator(settings: DailyEmulatorSettings = {}): Emulator<DailyCredentials> {
  const world = readWorld(settings);
  const apiKeys = keysOf(settings, world);
  const service = makeService(settings, world, apiKeys);
  const { domainId, domainName, domain, allKeys, rooms } = service;
  const emulation: Emulation<DailyPerson, DailyCredentials> = {
    credentials: Object.freeze({ apiKey: apiKeys[0], domainId, domainName }),
    call: (request, context) => callDaily(request, service, context),
    model: {
      async enter(token, place) {
        const most = world.limits.tokenCharacters;
        const claims = token === undefined ? undefined : await readToken(token, allKeys, most);
        const room = place.roomSettings ?? rooms.settingsOf(place.room);
        return enterDaily({ domainId, domain, claims, hasToken: token !== undefined, room }, place);
      },
      leavesAt: leavesDaily,
      inside: insideDaily,
      api: async () => no("The REST interface takes API keys only."),
      show: ({ own, userId }) => ({
        owner: own["is_owner"] === true,
        userId: userId ?? null,
        userName: own["user_name"] ?? null,
        tokenConfig: own,
      }),
    },
  };
  const description = {
    vendor: "daily",
    baseUrl: "https://api.daily.co/v1",
    failures: {
      rateLimit: { error: "rate-limit-error", info: "too many requests" },
      serverError: { error: "server-error" },
    },
    tooLong: { error: "invalid-request-error", info: "the address is too long" },
  } as const;
  return makeEmulator(description, emulation, world, settings);
}
