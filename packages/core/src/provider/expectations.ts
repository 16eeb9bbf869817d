import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import { orderRooms } from "../authority/order.js";
import { nameCure } from "../errors/check-options.js";
import { describeGiven } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { Purpose } from "../grant/grant.js";
import { isPlainObject } from "../grant/is-object.js";
import { checkNow, formatPath } from "../jws/index.js";

/** What the caller expects of a token beyond a good signature. */
export interface Expectations {
  /** A room that the token has to be good for; a token for every room is. */
  readonly room?: string;
  /** The participant that the token has to be bound to. */
  readonly participantId?: string;
  /** Default `participant`. */
  readonly purpose?: Purpose;
  /** Accepts a token that never expires. Default false. */
  readonly allowNoExpiry?: boolean;
  /** Accepts a token that is not valid yet. Default false. */
  readonly ignoreNotBefore?: boolean;
  /** How far two clocks may differ, in seconds. Default 30. */
  readonly clockToleranceSeconds?: number;
  /** Unix seconds; default the provider's clock. */
  readonly now?: number;
}

type Name = keyof Expectations;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const isTolerance = (value: unknown): boolean => typeof value === "number" && value >= 0 && value < 1e11;

const checks: Readonly<Record<Name, { readonly accepts: (value: unknown) => boolean; readonly wanted: string }>> = {
  room: { accepts: isText, wanted: "a non-empty text" },
  participantId: { accepts: isText, wanted: "a non-empty text" },
  purpose: { accepts: (value) => value === "participant" || value === "api", wanted: "`participant` or `api`" },
  allowNoExpiry: { accepts: isFlag, wanted: "true or false" },
  ignoreNotBefore: { accepts: isFlag, wanted: "true or false" },
  clockToleranceSeconds: { accepts: isTolerance, wanted: "a number of seconds" },
  now: { accepts: (value) => checkNow(value, "expectations.now") === value, wanted: "a time in unix seconds" },
};

const names = Object.keys(checks);

function misused(name: string, message: string, cure = emptyCure): RoompassError {
  const isClock = name === "now" || name === "clockToleranceSeconds";
  const path = formatPath("expectations", [name]);
  return new RoompassError(isClock ? "clock.invalid" : "provider.settings", `\`${path}\` ${message}.`, {
    path,
    cure,
  });
}

const emptyCure = "Leave out what is not expected; an expectation that is empty must not accept a token.";

/** What restricts a token: an option that is there and `undefined` is a variable that nobody filled in. */
const restrictions: ReadonlySet<string> = new Set(["room", "participantId", "purpose"]);

/**
 * Checks what a caller expects. A variable that was never filled in arrives here as `undefined`, `null` or an empty text:
 * it is refused, since no check at all and a check that everything passes are the same thing.
 *
 * @throws RoompassError `provider.settings`, or `clock.invalid` for a time or a tolerance that is no number.
 */
export function readExpectations(given: unknown): Expectations {
  if (!isPlainObject(given)) {
    const message = `\`expectations\` is ${describeGiven(given)}, not an object.`;
    const cure = "Name what is expected: `verify(token, { room, participantId })`.";
    throw new RoompassError("provider.settings", message, { path: "expectations", cure });
  }
  const stated = Object.entries(given as object).filter(
    ([name, value]) => value !== undefined || restrictions.has(name),
  );
  for (const [name, value] of stated) {
    if (!Object.hasOwn(checks, name)) throw misused(name, "does not exist", nameCure(name, names, "What exists is"));
    const { accepts, wanted } = checks[name as Name];
    if (!accepts(value)) throw misused(name, `is not ${wanted}`);
  }
  return Object.fromEntries(stated);
}

const refused = (
  code: "policy.room" | "policy.participant" | "policy.purpose" | "policy.tenant",
  message: string,
  path: string,
): RoompassError => new RoompassError(code, message, { path });

/** A binding restricts, so that it counts only where nothing wider can be ruled in. */
function checkBinding({ lowest, highest }: Authority["identity"], participantId: string): void {
  if (lowest === participantId && highest === participantId) return;
  const words = {
    unbound: "The token is not bound to any participant.",
    other: "The token is bound to another participant.",
    doubtful: "The token names the participant, and it is not certain that this binds it.",
  } as const;
  const kind = lowest === null ? "unbound" : lowest === participantId ? "doubtful" : "other";
  throw refused("policy.participant", words[kind], "participant.id");
}

/**
 * Checks what a token surely grants against what the caller expects.
 *
 * @throws RoompassError `policy.tenant`, `policy.purpose`, `policy.room` or `policy.participant`.
 */
export function checkExpectations(
  authority: Authority,
  adapter: AnyAdapter,
  tenant: string | undefined,
  expected: Expectations,
): void {
  if (tenant !== undefined && authority.tenant !== tenant) {
    throw refused(
      "policy.tenant",
      authority.tenant === undefined
        ? "The token does not say which account it belongs to."
        : "The token belongs to another account.",
      "issuance.tenant",
    );
  }
  if (!authority.purpose.lowest.includes(expected.purpose ?? "participant")) {
    throw refused(
      "policy.purpose",
      `The token is not for the purpose \`${expected.purpose ?? "participant"}\`.`,
      "purpose",
    );
  }
  if (expected.room !== undefined) {
    const order = orderRooms(expected.room, authority.room.lowest, {
      sameTenant: true,
      normalizeRoom: adapter.normalizeRoom,
    });
    if (order === "wider" || order === "incomparable")
      throw refused("policy.room", "The token is not for the expected room.", "room");
  }
  if (expected.participantId !== undefined) checkBinding(authority.identity, expected.participantId);
}
