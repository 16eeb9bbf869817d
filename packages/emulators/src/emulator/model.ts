import type { InsideAction } from "./actions.js";
import type { Allowance, Entry } from "./answers.js";

export type Members = Readonly<Record<string, unknown>>;

/** Where, when and as whom a token is used. */
export interface Place {
  /** The vendor's name or id of the room. */
  readonly room: string;
  /** Instant of the action, in unix seconds. */
  readonly at: number;
  /** Instant of joining, in unix seconds; no later than `at`. */
  readonly joinedAt: number;
  /** The id that the client chooses where the vendor lets it, and that `act as` asks about. */
  readonly participantId: string | undefined;
  /** Whose media `receive ...` asks about: the sender's user id. */
  readonly sender: string | undefined;
  /** Settings of the room in the vendor's words, in place of those of a room that was made here. */
  readonly roomSettings: Members | undefined;
}

/** What came of noting that somebody came in. */
export interface Remembered {
  /** The emulator notes no more people. */
  readonly isFull?: true;
  /** Somebody with the same id was inside, and leaves with this code of the vendor's. */
  readonly displaces?: number;
}

/** What one vendor's service does with a token: written from the vendor's documents. */
export interface VendorModel<Person> {
  /** The vendor's check at the door, at `place.joinedAt`. */
  enter(token: string | undefined, place: Place): Promise<Entry<Person>>;
  /** From when on somebody who joined at `place.joinedAt` is outside again, in unix seconds; `null` = never. */
  leavesAt(person: Person, place: Place): number | null;
  /** What somebody inside may do. */
  inside(person: Person, action: InsideAction, place: Place): Allowance;
  /** Whether the server API takes the token. */
  api(token: string | undefined, at: number): Promise<Allowance>;
  /** What the answer to a join shows of somebody. */
  show(person: Person, place: Place): Members;
  /** Notes that somebody came in, for vendors whose API shows who is inside. */
  remember?(person: Person, place: Place): Remembered;
}

/** What a vendor's own endpoints are told about a request. */
export interface CallContext {
  /** Unix seconds, skew included. */
  readonly now: number;
  /** A fault that asks for another token than the one that was ordered. */
  readonly tamper: "wider-token" | "other-room-token" | undefined;
  /** The decoded path without leading slash, split at slashes; `""` at the end stands for a trailing slash. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** One vendor: its endpoints and its door. */
export interface Emulation<Person, Credentials> {
  readonly credentials: Credentials;
  readonly model: VendorModel<Person>;
  call(request: Request, context: CallContext): Promise<Response>;
}
