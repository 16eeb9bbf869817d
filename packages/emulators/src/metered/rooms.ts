import { z } from "zod";
import type { Members } from "../emulator/model.js";
import { randomHex, randomText } from "../emulator/random.js";
import type { World } from "../emulator/settings.js";

const roomName = z.string().regex(/^[^\s/?#%]{1,200}$/);
const whole = z.int().min(0);

/** What the door reads is checked; every other setting is kept as it is. Zero is no limit. */
const roomSchema = z.looseObject({
  roomName: roomName.optional(),
  privacy: z.enum(["public", "private"]).optional(),
  expireUnixSec: whole.max(99_999_999_999).optional(),
  notBeforeUnixSec: whole.max(99_999_999_999).optional(),
  ejectAfterElapsedTimeInSec: whole.optional(),
  ejectAtRoomExp: z.boolean().optional(),
  enableRequestToJoin: z.boolean().optional(),
  ownerOnlyBroadcast: z.boolean().optional(),
  enableRecording: z.boolean().optional(),
  audioOnlyRoom: z.boolean().optional(),
});

/** The room object of the vendor's documentation, as far as it has values. */
const defaults: Members = Object.freeze({
  privacy: "public",
  deleteOnExp: false,
  autoJoin: false,
  enableRequestToJoin: false,
  enableChat: true,
  enableScreenSharing: true,
  joinVideoOn: true,
  joinAudioOn: true,
  ownerOnlyBroadcast: false,
  enableRecording: false,
  ejectAtRoomExp: false,
  lang: "en",
  archived: false,
});

export type RoomOutcome = { readonly room: Members } | { readonly problem: string };

/** The rooms of one app, in memory and not without end. */
export class MeteredRooms {
  readonly #rooms = new Map<string, Members>();
  readonly #world: World;
  readonly #app: string;

  constructor(world: World) {
    this.#world = world;
    this.#app = randomHex(world, 12);
  }

  /** An archived room is as good as none. */
  get(name: string): Members | undefined {
    return this.#rooms.get(name);
  }

  all(): readonly Members[] {
    return [...this.#rooms.values()];
  }

  create(body: Members): RoomOutcome {
    const { success, data } = roomSchema.safeParse(body);
    if (!success) return { problem: "a field of the room is not valid" };
    const name = data.roomName ?? randomText(this.#world, 10);
    if (this.#rooms.has(name)) return { problem: "room already exists" };
    if (this.#rooms.size >= this.#world.limits.rooms) return { problem: "the emulator holds no more rooms" };
    const made = {
      ...defaults,
      ...data,
      _id: randomHex(this.#world, 12),
      roomName: name,
      app: this.#app,
      created: new Date(this.#world.clock() * 1000).toISOString(),
    };
    this.#rooms.set(name, made);
    return { room: made };
  }

  update(name: string, room: Members, body: Members): RoomOutcome {
    const { success, data } = roomSchema.safeParse(body);
    if (!success || (data.roomName ?? name) !== name) return { problem: "a field of the room is not valid" };
    const changed = { ...room, ...data };
    if (JSON.stringify(changed).length > this.#world.limits.bodyBytes) return { problem: "the room is too large" };
    this.#rooms.set(name, changed);
    return { room: changed };
  }

  archive(name: string): boolean {
    return this.#rooms.delete(name);
  }
}
