import type { NarrowInput, PathOrParent, TranslationPolicy } from "@roompass/core";
import { CommandError } from "../failures/command-error.js";
import { jsonOption } from "../input/json-text.js";
import type { Io } from "../io.js";
import { readChoice, readList } from "./common.js";
import { readRoomMap } from "./room-map.js";
import { readVouch } from "./vouch.js";

/** The options of `translate` that make its policy. */
export interface PolicyOptions {
  readonly room?: string;
  readonly roomMap?: string;
  readonly expiresIn?: string;
  readonly participantId?: string;
  readonly narrow?: string;
  readonly vouch?: string;
  readonly allowWidening?: string;
  readonly allowNoExpiry?: true;
  readonly assume?: string;
  readonly strict?: true;
  readonly require?: string;
  readonly ignoreUnknown?: string;
  readonly sourceRoom?: string;
  readonly targetRoom?: string;
}

type Draft<Value> = { -readonly [name in keyof Value]: Value[name] };

/** `1h` as it is, a bare number as seconds. */
function readDuration(value: string): NonNullable<NarrowInput["expiresIn"]> {
  if (/^0*[1-9]\d*$/.test(value)) return Number(value);
  if (/^0*[1-9]\d*[smhd]$/.test(value)) return value as NonNullable<NarrowInput["expiresIn"]>;
  throw new CommandError("command.usage", "`--expires-in` takes a duration such as `90s`, `15m`, `1h` or `7d`.", {
    path: "--expires-in",
    cure: "Write the number and the unit without a space; a bare number is taken as seconds.",
  });
}

/** Which of the two should count cannot be known, and picking one might give more than the other. */
function refuseTwice(narrow: NarrowInput, option: string, names: readonly (keyof NarrowInput)[]): void {
  if (!names.some((name) => Object.hasOwn(narrow, name))) return;
  throw new CommandError("command.usage", `\`--narrow\` says the same as \`${option}\`.`, {
    path: option,
    cure: "Say it in one of the two places.",
  });
}

async function readNarrow(options: PolicyOptions, io: Io): Promise<NarrowInput | undefined> {
  const { room, expiresIn, participantId } = options;
  // Unchecked here: the library reads it as strictly as any grant.
  const narrow: Draft<NarrowInput> =
    options.narrow === undefined ? {} : { ...((await jsonOption(options.narrow, "--narrow", io)) as NarrowInput) };
  if (room !== undefined) {
    refuseTwice(narrow, "--room", ["room"]);
    narrow.room = room;
  }
  if (participantId !== undefined) {
    refuseTwice(narrow, "--participant-id", ["participant"]);
    narrow.participant = { id: participantId };
  }
  if (expiresIn !== undefined) {
    refuseTwice(narrow, "--expires-in", ["expiresIn", "expiresAt"]);
    narrow.expiresIn = readDuration(expiresIn);
  }
  return Object.keys(narrow).length === 0 ? undefined : narrow;
}

async function readRooms(options: PolicyOptions, io: Io): Promise<TranslationPolicy["rooms"]> {
  const rooms: Draft<NonNullable<TranslationPolicy["rooms"]>> = {};
  if (options.roomMap !== undefined) rooms.map = await readRoomMap(options.roomMap, io);
  if (options.sourceRoom !== undefined) rooms.source = await jsonOption(options.sourceRoom, "--source-room", io);
  if (options.targetRoom !== undefined) rooms.target = await jsonOption(options.targetRoom, "--target-room", io);
  return Object.keys(rooms).length === 0 ? undefined : rooms;
}

/** Paths are checked by the library, which knows them and names those that there are. */
function readPaths(value: string, option: string): PathOrParent[] {
  return readList(value, option) as PathOrParent[];
}

/** The policy that the options ask for; without any, the safest. */
export async function readPolicy(options: PolicyOptions, io: Io): Promise<TranslationPolicy> {
  const policy: Draft<TranslationPolicy> = {};
  const narrow = await readNarrow(options, io);
  const rooms = await readRooms(options, io);
  if (narrow !== undefined) policy.narrow = narrow;
  if (rooms !== undefined) policy.rooms = rooms;
  if (options.assume !== undefined) {
    policy.assume = readChoice(options.assume, "--assume", ["documented-defaults", "nothing"]);
  }
  if (options.vouch !== undefined) policy.vouch = readVouch(options.vouch);
  if (options.allowWidening !== undefined) policy.allowWidening = readPaths(options.allowWidening, "--allow-widening");
  if (options.require !== undefined) policy.require = readPaths(options.require, "--require");
  if (options.ignoreUnknown !== undefined) policy.ignoreUnknown = readList(options.ignoreUnknown, "--ignore-unknown");
  if (options.strict === true) policy.strict = true;
  if (options.allowNoExpiry === true) policy.allowNoExpiry = true;
  return policy;
}
