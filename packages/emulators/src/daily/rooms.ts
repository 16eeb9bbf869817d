import { z } from "zod";
import type { Members } from "../emulator/model.js";
import { randomText, randomUuid } from "../emulator/random.js";
import type { World } from "../emulator/settings.js";

export interface DailyRoom {
  readonly id: string;
  readonly name: string;
  readonly apiCreated: boolean;
  readonly privacy: "public" | "private";
  readonly createdAt: string;
  readonly config: Members;
}

const privacy = z.enum(["public", "private"]);
const config = z.record(z.string(), z.unknown());

const createSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .optional(),
  privacy: privacy.optional(),
  properties: config.optional(),
});
const updateSchema = z.strictObject({ privacy: privacy.optional(), properties: config.optional() });

/** To the endpoints a room that has expired is as good as deleted. */
export function hasEnded({ config: { exp } }: DailyRoom, now: number): boolean {
  return typeof exp === "number" && now >= exp;
}

/** What a request about rooms came to. */
export type RoomOutcome = { readonly room: DailyRoom } | { readonly problem: string };

/** The rooms of one domain, in memory and not without end. */
export class DailyRooms {
  readonly #rooms = new Map<string, DailyRoom>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get(name: string): DailyRoom | undefined {
    return this.#rooms.get(name);
  }

  /** The newest first. */
  all(): readonly DailyRoom[] {
    return [...this.#rooms.values()].reverse();
  }

  /** The settings that the door reads: those of the room, and its privacy. */
  settingsOf(name: string): Members | undefined {
    const room = this.#rooms.get(name);
    return room === undefined ? undefined : { ...room.config, privacy: room.privacy };
  }

  create(body: Members, apiCreated = true): RoomOutcome {
    const { success, data } = createSchema.safeParse(body);
    if (!success) return { problem: "name, privacy or properties is not valid" };
    const name = data.name ?? randomText(this.#world, 20);
    const existing = this.#rooms.get(name);
    if (existing !== undefined && !hasEnded(existing, this.#world.clock())) {
      return { problem: `a room named ${name} already exists` };
    }
    this.#rooms.delete(name);
    if (this.#rooms.size >= this.#world.limits.rooms) return { problem: "the emulator holds no more rooms" };
    const room: DailyRoom = {
      id: randomUuid(this.#world),
      name,
      apiCreated,
      privacy: data.privacy ?? "public",
      createdAt: new Date(this.#world.clock() * 1000).toISOString(),
      config: data.properties ?? {},
    };
    this.#rooms.set(name, room);
    return { room };
  }

  update(room: DailyRoom, body: Members): RoomOutcome {
    const { success, data } = updateSchema.safeParse(body);
    if (!success) return { problem: "privacy or properties is not valid" };
    // A setting is taken back with null.
    const merged = Object.entries({ ...room.config, ...data.properties }).filter(([, value]) => value !== null);
    if (JSON.stringify(merged).length > this.#world.limits.bodyBytes) return { problem: "properties are too large" };
    const changed = { ...room, privacy: data.privacy ?? room.privacy, config: Object.fromEntries(merged) };
    this.#rooms.set(room.name, changed);
    return { room: changed };
  }

  delete(name: string): boolean {
    return this.#rooms.delete(name);
  }
}
