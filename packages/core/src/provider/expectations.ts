import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import { orderRooms } from "../authority/order.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { Purpose } from "../grant/grant.js";

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

const refused = (
  code: "policy.room" | "policy.participant" | "policy.purpose" | "policy.tenant",
  message: string,
  path: string,
): RoompassError => new RoompassError(code, message, { path });

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
  if (expected.participantId !== undefined && authority.identity.lowest !== expected.participantId) {
    throw refused(
      "policy.participant",
      authority.identity.lowest === null
        ? "The token is not bound to any participant."
        : "The token is bound to another participant.",
      "participant.id",
    );
  }
}
