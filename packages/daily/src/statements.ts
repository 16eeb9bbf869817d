import type { Authority, RightPath } from "@roompass/core/adapter";
import type { Draft } from "@roompass/core/kit";
import type { DailyCanReceive, DailyProperties } from "./properties.js";
import { type PublishSwitches, publishReadings, sends } from "./readings.js";
import type { Reception } from "./subscribe.js";

type Statements = NonNullable<Authority["statements"]>;

type ScreenPath = "rights.publish.screen" | "rights.publish.screenAudio";

/** Switches of the screen that are set against each other, one by one. */
export function screenWords(path: ScreenPath, own: PublishSwitches, room: PublishSwitches): unknown {
  const said = ({ canSend }: PublishSwitches) => [
    sends(canSend, "screenVideo") ?? null,
    ...(path === "rights.publish.screen" ? [] : [sends(canSend, "screenAudio") ?? null]),
  ];
  return {
    token: [own.enable_screenshare ?? null, ...said(own)],
    // The room's switches count where the token has none.
    room: [
      own.enable_screenshare === undefined ? (room.enable_screenshare ?? null) : null,
      ...(own.canSend === undefined ? said(room) : []),
    ],
  };
}

/** Custom media, of which one is listed and the other is not. */
export function customWords(canSend: PublishSwitches["canSend"]): unknown {
  return sends(canSend, "customVideo") === true ? "customVideo" : "customAudio";
}

/**
 * Why a denial is in doubt that would be certain without the owner flag. What is in doubt anyway is said in the same words
 * for owners and others: becoming an owner is a gain at `rights.admit` in any case, and an owner who becomes somebody else
 * keeps what nobody is sure of.
 */
const besideOwner = "permissions of an owner";

const ownersDenials = [
  "rights.publish.microphone",
  "rights.publish.camera",
  "rights.publish.custom",
  "rights.visible",
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.livestream",
  "rights.transcribe",
] as const satisfies readonly RightPath[];

/** What may be received, where the neutral words leave something out or where an owner may receive all the same. */
function receptionWords(
  canReceive: DailyCanReceive | undefined,
  { isExact, reading, selection }: Reception,
  isOwner: boolean,
): unknown {
  if (canReceive === undefined || !isExact) return canReceive;
  return isOwner && (reading === "deny" || selection !== undefined) ? besideOwner : undefined;
}

export interface Said {
  readonly own: PublishSwitches;
  readonly room: PublishSwitches;
  readonly canReceive: DailyCanReceive | undefined;
  readonly reception: Reception;
}

/** What is said where the documents leave more than one meaning, or where the neutral words do not tell all of it. */
export function statementsOf(
  properties: DailyProperties,
  { own, room, canReceive, reception }: Said,
  rights: Authority["rights"],
): Statements {
  const { knocking, eject_at_token_exp: ejects, eject_after_elapsed: seconds, exp, user_id: id } = properties;
  const isOwner = properties.is_owner === true;
  const statements: Draft<Statements> = { entry: knocking ?? null };
  statements.expiresAt = exp ?? null;
  statements["participant.id"] = id ?? null;
  statements["stay.maxSeconds"] = [ejects ?? null, seconds ?? null];
  statements["stay.endsAtExpiry"] = [ejects ?? null, seconds ?? null, exp !== undefined];
  if (rights["rights.publish.custom"] === "possible") {
    statements["rights.publish.custom"] = customWords(own.canSend ?? room.canSend);
  }
  if (rights["rights.admit"] === "possible") statements["rights.admit"] = "an owner who administers no participants";
  for (const path of ["rights.publish.screen", "rights.publish.screenAudio"] as const) {
    if (rights[path] !== "deny, liftable") continue;
    const isAnyway = !isOwner || publishReadings(own, room)[path] === "deny, liftable";
    statements[path] = isAnyway ? screenWords(path, own, room) : besideOwner;
  }
  if (isOwner) {
    for (const path of ownersDenials) if (rights[path] === "deny, liftable") statements[path] = besideOwner;
  }
  const words = receptionWords(canReceive, reception, isOwner);
  if (words !== undefined) statements["rights.subscribe"] = words;
  return statements;
}
