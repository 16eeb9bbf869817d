import { z } from "zod";
import type { Members } from "../emulator/model.js";
import { randomHex, randomText } from "../emulator/random.js";
import type { World } from "../emulator/settings.js";

export interface VideosdkRoom extends Members {
  readonly roomId: string;
  readonly customRoomId: string | null;
  readonly disabled: boolean;
}

const name = z.string().regex(/^[^\s/?#%]{1,200}$/);

/** What the door reads is checked; every other option is kept as it is. */
const roomSchema = z.looseObject({
  customRoomId: name.optional(),
  allowedParticipantIds: z.array(z.string()).max(1000).optional(),
});

export type RoomOutcome = { readonly room: VideosdkRoom } | { readonly problem: string };

/** The rooms of one project, in memory and not without end. */
export class VideosdkRooms {
  readonly #rooms = new Map<string, VideosdkRoom>();
  readonly #world: World;
  readonly #userId: string;

  constructor(world: World) {
    this.#world = world;
    this.#userId = randomHex(world, 12);
  }

  get(roomId: string): VideosdkRoom | undefined {
    return this.#rooms.get(roomId);
  }

  /** By room id or by the customer's own. */
  find(id: string): VideosdkRoom | undefined {
    return this.#rooms.get(id) ?? this.all().find(({ customRoomId }) => customRoomId === id);
  }

  /** The newest first. */
  all(): readonly VideosdkRoom[] {
    return [...this.#rooms.values()].reverse();
  }

  /** Asked twice with one `customRoomId`, it answers with one room. */
  create(body: Members, givenId?: string): RoomOutcome {
    const { success, data } = roomSchema.safeParse(body);
    if (!success) return { problem: "An option of the room is not valid." };
    const { customRoomId = null } = data;
    const existing = customRoomId === null ? undefined : this.find(customRoomId);
    if (existing !== undefined) return { room: existing };
    if (this.#rooms.size >= this.#world.limits.rooms) return { problem: "The emulator holds no more rooms." };
    const roomId = givenId ?? [4, 4, 4].map((length) => randomText(this.#world, length)).join("-");
    if (this.#rooms.has(roomId)) return { problem: "The room exists." };
    const time = new Date(this.#world.clock() * 1000).toISOString();
    const room: VideosdkRoom = {
      ...data,
      roomId,
      customRoomId,
      userId: this.#userId,
      disabled: false,
      createdAt: time,
      updatedAt: time,
      id: randomHex(this.#world, 12),
    };
    this.#rooms.set(roomId, room);
    return { room };
  }

  disable(room: VideosdkRoom): VideosdkRoom {
    const disabled = { ...room, disabled: true };
    this.#rooms.set(room.roomId, disabled);
    return disabled;
  }
}
