import { z } from "zod";
import { type Action, actions } from "./actions.js";
import { EmulatorError } from "./errors.js";
import type { Members, Place } from "./model.js";

/** A token, and where and when it is used. */
export interface Visit {
  /** Absent: somebody without a token. */
  readonly token?: string | undefined;
  /** The vendor's name or id of the room. */
  readonly room: string;
  /** Instant that is asked about, in unix seconds; default now. */
  readonly at?: number | undefined;
  /** When they joined, in unix seconds; default `at`. */
  readonly joinedAt?: number | undefined;
  /** The id that the client joins with, and that `act as` asks about. */
  readonly participantId?: string | undefined;
  /** The sender's user id, for `receive ...`. */
  readonly sender?: string | undefined;
  /** The room's settings in the vendor's words; default those of the room that was made here under this name. */
  readonly roomSettings?: Members | undefined;
}

/** Whether somebody may do one thing. */
export interface Question extends Visit {
  /** One of `actions`. */
  readonly action: Action;
}

const seconds = z.int().min(0);

const visitMembers = {
  token: z.string().optional(),
  room: z.string(),
  at: seconds.optional(),
  joinedAt: seconds.optional(),
  participantId: z.string().optional(),
  sender: z.string().optional(),
  roomSettings: z.record(z.string(), z.unknown()).optional(),
};

const visitSchema = z.strictObject(visitMembers);
const questionSchema = z.strictObject({ ...visitMembers, action: z.enum(actions).optional() });

function parse<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const paths = error.issues.map(({ path, code }) => `${path.join(".") || "the question"} (${code})`);
  throw new EmulatorError("action", `The question is not understood at ${[...new Set(paths)].join(", ")}.`);
}

/** @throws EmulatorError `action` for a member that does not exist or has the wrong type. */
export function readVisit(value: unknown): Visit {
  return parse<Visit>(visitSchema, value);
}

/** A question; without an action it asks for all of them. */
export function readQuestion(value: unknown): Visit & { readonly action?: Action | undefined } {
  return parse<Visit & { readonly action?: Action | undefined }>(questionSchema, value);
}

/** Names of rooms and people are remembered where a vendor's API shows them, so they cannot be of any length. */
const mostNameCharacters = 256;

/** @throws EmulatorError `action` for times that are no unix seconds, and for names that are too long. */
export function placeOf(visit: Visit, now: number): Place {
  const at = visit.at ?? now;
  const joinedAt = visit.joinedAt ?? at;
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(joinedAt)) {
    throw new EmulatorError("action", "`at` and `joinedAt` are whole unix seconds.");
  }
  const { room, participantId, sender, roomSettings } = visit;
  if ([room, participantId, sender].some((name) => name !== undefined && name.length > mostNameCharacters)) {
    throw new EmulatorError(
      "action",
      `\`room\`, \`participantId\` or \`sender\` is over ${mostNameCharacters} characters.`,
    );
  }
  return { room, at, joinedAt, participantId, sender, roomSettings };
}
