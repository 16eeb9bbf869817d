import { no, refused, yes } from "../emulator/answers.js";
import type { Emulator } from "../emulator/emulator.js";
import { EmulatorError } from "../emulator/errors.js";
import { makeEmulator } from "../emulator/make-emulator.js";
import type { Emulation } from "../emulator/model.js";
import { randomHex, randomText, randomUuid } from "../emulator/random.js";
import { type EmulatorSettings, readWorld, type World } from "../emulator/settings.js";
import { TokenKey } from "../token/compact-token.js";
import { type Account, type AccountState, checkToken, readAccountState } from "./account.js";
import { callVideosdk } from "./call.js";
import { hasRole } from "./claims.js";
import { enterVideosdk, type VideosdkPerson } from "./door.js";
import { base, type VideosdkService } from "./endpoints.js";
import { insideVideosdk } from "./rights.js";
import { VideosdkRooms } from "./rooms.js";
import { Sessions } from "./sessions.js";

/** One emulated VideoSDK project. */
export interface VideosdkEmulatorSettings extends EmulatorSettings {
  /** The project's public key; default: one that is made up. */
  readonly apiKey?: string;
  /** The project's secrets. Tokens signed with any of them are genuine. Default: one that is made up. */
  readonly secret?: string | readonly string[];
  /** What the vendor has done with the account or the key, which ends every token of it. Default `active`. */
  readonly account?: AccountState;
  /** Most people in one room; the next one is refused with 4009. Default: none. */
  readonly maxParticipants?: number;
  /** Most people who send media in one room, as everybody here does; the next one is refused with 4010. Default: none. */
  readonly maxSpeakers?: number;
  /** Whether `POST /v1/prebuilt/token` gives tokens for the public key alone, as the vendor does. Default `true`. */
  readonly hasPrebuiltTokens?: boolean;
}

/** What a customer of VideoSDK has. */
export interface VideosdkCredentials {
  /** The project's public key. */
  readonly apiKey: string;
  /** The first of the project's secrets. */
  readonly secret: string;
}

function secretsOf({ secret }: VideosdkEmulatorSettings, world: World): readonly [string, ...string[]] {
  const given = secret ?? randomHex(world, 32);
  const [first, ...rest] = typeof given === "string" ? [given] : given;
  if (first === undefined || [first, ...rest].includes("")) throw new EmulatorError("settings", "`secret` is empty.");
  return [first, ...rest];
}

function makeRooms(settings: VideosdkEmulatorSettings, world: World): VideosdkRooms {
  const rooms = new VideosdkRooms(world);
  for (const [roomId, options] of Object.entries(settings.rooms ?? {})) {
    const made = rooms.create(options, roomId);
    if ("problem" in made) throw new EmulatorError("settings", `Room \`${roomId}\`: ${made.problem}`);
    // Whoever makes a room through the API cannot shut it at once; a room that is there from the start may be shut.
    if (options["disabled"] === true) rooms.disable(made.room);
  }
  return rooms;
}

function readMost(settings: VideosdkEmulatorSettings, name: "maxParticipants" | "maxSpeakers"): number | undefined {
  const most = settings[name];
  if (most === undefined || (Number.isSafeInteger(most) && most > 0)) return most;
  throw new EmulatorError("settings", `\`${name}\` is no positive integer.`);
}

/**
 * VideoSDK on this machine: rooms and sessions of the server API, and the check at the door of a room with the vendor's
 * error codes.
 *
 * @throws EmulatorError `settings` for an empty key, and a room, fault, state or number that is none.
 */
export function createVideosdkEmulator(settings: VideosdkEmulatorSettings = {}): Emulator<VideosdkCredentials> {
  const world = readWorld(settings);
  const { apiKey = randomUuid(world), hasPrebuiltTokens = true } = settings;
  if (apiKey === "") throw new EmulatorError("settings", "`apiKey` is empty.");
  const [secret, ...older] = secretsOf(settings, world);
  const firstKey = new TokenKey(secret);
  const keys = [firstKey, ...older.map((text) => new TokenKey(text))];
  const account: Account = { world, apiKey, keys, state: readAccountState(settings.account ?? "active") };
  const maxParticipants = readMost(settings, "maxParticipants");
  const maxSpeakers = readMost(settings, "maxSpeakers");
  const rooms = makeRooms(settings, world);
  const sessions = new Sessions(world);
  const service: VideosdkService = { account, firstKey, hasPrebuiltTokens, rooms, sessions };
  const emulation: Emulation<VideosdkPerson, VideosdkCredentials> = {
    credentials: Object.freeze({ apiKey, secret }),
    call: (request, context) => callVideosdk(request, service, context),
    model: {
      async enter(token, place) {
        const check = await checkToken(account, token, place.joinedAt);
        if ("code" in check) return refused(check.code, check.reason);
        const room = place.roomSettings ?? rooms.get(place.room);
        const participantId = place.participantId ?? randomText(world, 8);
        const others = sessions.othersIn(place.room, participantId);
        const context = { claims: check.claims, roomId: place.room, room, participantId };
        return enterVideosdk(context, { others, maxParticipants, maxSpeakers });
      },
      // The token is checked while joining only, and says nothing about an end.
      leavesAt: () => null,
      inside: insideVideosdk,
      async api(token, at) {
        const check = await checkToken(account, token, at);
        if ("code" in check) return no(check.reason);
        if (!hasRole(check.claims, "crawler")) return no("The token's role is not for the server API.");
        const isSure = check.claims["version"] === 2 && Array.isArray(check.claims["roles"]);
        return yes("No role rules it out.", isSure ? "documented" : "chosen");
      },
      show: ({ participantId, claims }) => ({ participantId, permissions: claims["permissions"] ?? [] }),
      remember({ participantId }, { room }) {
        const entered = sessions.enter(room, participantId);
        if (entered === "full") return { isFull: true };
        // The one who was there before leaves with this code.
        return entered === "replaced" ? { displaces: 4005 } : {};
      },
    },
  };
  const description = {
    vendor: "videosdk",
    baseUrl: base,
    failures: {
      rateLimit: { statusCode: 429, error: "Too many requests" },
      serverError: { statusCode: 500, error: "Internal Server Error" },
    },
    tooLong: { statusCode: 414, error: "The address is too long." },
  } as const;
  return makeEmulator(description, emulation, world, settings);
}
