import type { Members } from "../emulator/model.js";
import { randomHex } from "../emulator/random.js";
import type { World } from "../emulator/settings.js";

interface Session {
  readonly id: string;
  readonly roomId: string;
  readonly start: string;
  end: string | null;
  /** Who is inside, by participant id. */
  readonly inside: Map<string, Members>;
  /** Everybody who was. */
  readonly ever: Map<string, Members>;
}

/** Who is in which room: one session for each time that a room fills, the newest of them only, and not without end. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  #now(): string {
    return new Date(this.#world.clock() * 1000).toISOString();
  }

  /** How many people with other ids are in a room. */
  othersIn(roomId: string, participantId: string): number {
    const inside = this.#sessions.get(roomId)?.inside;
    return inside === undefined ? 0 : inside.size - (inside.has(participantId) ? 1 : 0);
  }

  /** Somebody comes in; who had the same id before is out. `full`: no more people can be remembered. */
  enter(roomId: string, participantId: string): "entered" | "replaced" | "full" {
    const { limits } = this.#world;
    let session = this.#sessions.get(roomId);
    if (session === undefined || session.end !== null) {
      if (session === undefined && this.#sessions.size >= limits.rooms) return "full";
      const id = randomHex(this.#world, 12);
      session = { id, roomId, start: this.#now(), end: null, inside: new Map(), ever: new Map() };
      this.#sessions.set(roomId, session);
    }
    if (!session.ever.has(participantId) && session.ever.size >= limits.participants) return "full";
    const participant = { participantId, timelog: [{ start: this.#now(), end: null }] };
    const isReplaced = session.inside.has(participantId);
    session.inside.set(participantId, participant);
    session.ever.set(participantId, participant);
    return isReplaced ? "replaced" : "entered";
  }

  find(id: string): Members | undefined {
    return this.list({}).find((session) => session["id"] === id);
  }

  ongoingIn(roomId: string): Members | undefined {
    return this.list({ roomId, status: "ongoing" })[0];
  }

  list({ roomId, status }: { readonly roomId?: string; readonly status?: string }): readonly Members[] {
    return [...this.#sessions.values()].map(show).filter((session) => {
      if (roomId !== undefined && session["roomId"] !== roomId) return false;
      return status === undefined || session["status"] === status;
    });
  }

  participantsOf(id: string, onlyInside: boolean): readonly Members[] | undefined {
    const session = [...this.#sessions.values()].find((candidate) => candidate.id === id);
    return session && [...(onlyInside ? session.inside : session.ever).values()];
  }

  end(roomId: string): Members | undefined {
    const session = this.#sessions.get(roomId);
    if (session === undefined || session.end !== null) return undefined;
    session.end = this.#now();
    session.inside.clear();
    return show(session);
  }

  remove(roomId: string, participantId: string): boolean {
    return this.#sessions.get(roomId)?.inside.delete(participantId) ?? false;
  }
}

function show({ id, roomId, start, end, ever }: Session): Members {
  return { id, roomId, start, end, status: end === null ? "ongoing" : "ended", participants: [...ever.values()] };
}
