import { no } from "../emulator/answers.js";
import type { Emulator } from "../emulator/emulator.js";
import { EmulatorError } from "../emulator/errors.js";
import { makeEmulator } from "../emulator/make-emulator.js";
import type { Emulation } from "../emulator/model.js";
import { randomHex } from "../emulator/random.js";
import { type EmulatorSettings, readWorld } from "../emulator/settings.js";
import { readToken, TokenKey } from "../token/compact-token.js";
import { SecretText } from "../token/secret-text.js";
import { enterMetered, leavesMetered, type MeteredPerson } from "./door.js";
import { callMetered, type MeteredService } from "./endpoints.js";
import { insideMetered } from "./rights.js";
import { MeteredRooms } from "./rooms.js";

/** One emulated Metered app. */
export interface MeteredEmulatorSettings extends EmulatorSettings {
  /** The part before `.metered.live`; default `emulated`. */
  readonly appName?: string;
  /** Default: one that is made up. */
  readonly secretKey?: string;
  /** What the vendor signs with. Default: one that is made up, and nobody else has it, as with the vendor itself. */
  readonly signingSecret?: string;
}

/** What a customer of Metered has. */
export interface MeteredCredentials {
  /** The part before `.metered.live`. */
  readonly appName: string;
  /** The app-wide secret key. */
  readonly secretKey: string;
}

const appNamePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function makeRooms(settings: MeteredEmulatorSettings, world: MeteredService["world"]): MeteredRooms {
  const rooms = new MeteredRooms(world);
  for (const [name, room] of Object.entries(settings.rooms ?? {})) {
    const made = rooms.create({ ...room, roomName: name });
    if ("problem" in made) throw new EmulatorError("settings", `Room \`${name}\`: ${made.problem}.`);
  }
  return rooms;
}

/**
 * Metered on this machine: the token and room endpoints, and the check at the door of a room.
 *
 * @throws EmulatorError `settings` for an app name that is no plain label, an empty key, a room or fault that is none.
 */
export function createMeteredEmulator(settings: MeteredEmulatorSettings = {}): Emulator<MeteredCredentials> {
  const world = readWorld(settings);
  const { appName = "emulated", secretKey = randomHex(world, 32) } = settings;
  const signingSecret = settings.signingSecret ?? randomHex(world, 32);
  if (!appNamePattern.test(appName)) throw new EmulatorError("settings", "`appName` is no plain lower-case label.");
  if (secretKey === "" || signingSecret === "") throw new EmulatorError("settings", "A key is empty.");
  const ownKey = new TokenKey(signingSecret);
  const rooms = makeRooms(settings, world);
  const service: MeteredService = { world, appName, secretKey: new SecretText(secretKey), ownKey, rooms };
  const emulation: Emulation<MeteredPerson, MeteredCredentials> = {
    credentials: Object.freeze({ appName, secretKey }),
    call: (request, context) => callMetered(request, service, context),
    model: {
      async enter(token, place) {
        const most = world.limits.tokenCharacters;
        const claims = token === undefined ? undefined : await readToken(token, [ownKey], most);
        const room = place.roomSettings ?? rooms.get(place.room);
        return enterMetered({ appName, claims, hasToken: token !== undefined, room }, place);
      },
      leavesAt: leavesMetered,
      inside: insideMetered,
      api: async () => no("The REST interface takes the secret key only."),
      show: ({ data }) => ({
        isAdmin: data["isAdmin"] === true,
        name: data["name"] ?? null,
        email: data["email"] ?? null,
        externalUserId: data["externalUserId"] ?? null,
        meta: data["meta"] ?? null,
      }),
    },
  };
  const description = {
    vendor: "metered",
    baseUrl: `https://${appName}.metered.live/api/v1`,
    failures: {
      rateLimit: { success: false, message: "Too many requests" },
      serverError: { eventCode: "", message: "error message" },
    },
    tooLong: { success: false, message: "Invalid request" },
  } as const;
  return makeEmulator(description, emulation, world, settings);
}
