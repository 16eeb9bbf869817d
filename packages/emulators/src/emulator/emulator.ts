import type { Action } from "./actions.js";
import type { Allowance, Basis } from "./answers.js";
import type { Members } from "./model.js";
import type { Question, Visit } from "./question.js";

/** A vendor that there is an emulator of. */
export type Vendor = "daily" | "metered" | "videosdk";

/** What became of a join, as data. */
export interface JoinAnswer {
  /** `lobby`: has to be let in by somebody inside. */
  readonly outcome: "joined" | "lobby" | "refused";
  /** What the answer rests on: a document, or a choice of the emulator's. */
  readonly basis: Basis;
  /** One sentence for a person. */
  readonly reason: string;
  /** The vendor's error code where it documents one, else a word of the emulator's. */
  readonly code?: string | number;
  /** The token is no good, and the vendor lets its holder in as if there were none. */
  readonly tokenIgnored?: true;
  /** Somebody with the same id was inside, and has left with this code of the vendor's (VideoSDK). */
  readonly displaces?: number;
  /** What the vendor knows about who came in. */
  readonly participant?: Members;
}

/** One vendor on this machine. */
export interface Emulator<Credentials = unknown> {
  /** Whose emulator it is. */
  readonly vendor: Vendor;
  /** Given or made up; what a back end needs to be a customer here. Never logged. */
  readonly credentials: Credentials;
  /** Where the vendor itself would be; `fetch` takes such addresses, and any other with the same path. */
  readonly baseUrl: string;
  /**
   * Answers a request: a handler for every platform that has `Request` and `Response`. Called with an address, it is a
   * stand-in for the platform's `fetch` that reaches the emulator whatever the host.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Whether the holder of a token may do something, as the vendor's documents have it.
   *
   * @throws EmulatorError `action` for an action that there is not, or times that are no unix seconds.
   */
  readonly allows: (question: Question) => Promise<Allowance>;
  /** The same for every action at once. */
  readonly allowsAll: (visit: Visit) => Promise<Readonly<Record<Action, Allowance>>>;
  /**
   * Tries to enter a room. VideoSDK's emulator remembers who is inside, since its API shows them.
   *
   * @throws EmulatorError `action` for a question that makes no sense, `limit` when no more people can be remembered.
   */
  readonly join: (visit: Visit) => Promise<JoinAnswer>;
  /**
   * Faults of the next requests, in place of those before; `requests` limits how many. Empty = none.
   *
   * @throws EmulatorError `settings` for a fault that there is not.
   */
  readonly setFaults: (faults: readonly string[], requests?: number) => void;
}
