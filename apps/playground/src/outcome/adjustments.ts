import type { NarrowInput, Remedy, RightsInput, TranslationPolicy } from "@roompass/core";
import { typedDuration } from "../grant-form/form-to-grant.js";
import type { Understood } from "../reading/read-text.js";
import { visibleText } from "../text/visible-text.js";
import { joinRights, pathName } from "../text/words.js";

/** What a person decided for the translation to one vendor; the policy is made of it. */
export interface Adjustments {
  /** The room's name over there. */
  readonly roomName: string;
  /** The one room, where the source is good for several. */
  readonly narrowRoom: string;
  /** A duration such as `1h`. */
  readonly expiresIn: string;
  readonly participantId: string;
  /** What was accepted with a button, by the remedy that it applies. */
  readonly accepted: readonly Remedy[];
}

export const noAdjustments: Adjustments = {
  roomName: "",
  narrowRoom: "",
  expiresIn: "",
  participantId: "",
  accepted: [],
};

/** The fields that a remedy asks somebody to fill in, by its setting. */
const asked: Readonly<Record<string, Exclude<keyof Adjustments, "accepted">>> = {
  "narrow.room": "narrowRoom",
  "narrow.expiresAt": "expiresIn",
  "narrow.participant.id": "participantId",
  "rooms.map": "roomName",
};

/** The field in which a remedy's value is given; `undefined` where a button is enough, or nothing helps. */
export function fieldFor(remedy: Remedy): Exclude<keyof Adjustments, "accepted"> | undefined {
  return remedy.where === "policy" && Object.hasOwn(asked, remedy.setting) ? asked[remedy.setting] : undefined;
}

/** Settings that are lists: what several remedies put into one of them is put together. */
export const listSettings: ReadonlySet<string> = new Set(["allowWidening", "ignoreUnknown"]);

/** What accepting a remedy with a button says, as a sentence; `undefined` where there is no such button. */
export function acceptanceText(remedy: Remedy, source: string, target: string): string | undefined {
  const { where, setting, value, vendor } = remedy;
  if (where === "policy") {
    if (setting === "allowWidening") return `Let it come out wider: ${textList(value)}`;
    if (setting === "ignoreUnknown") return `Pass over ${textList(value)}`;
    if (setting === "allowNoExpiry") return "Let it never expire";
    if (setting === "vouch") return "I vouch: the source's role gives this";
    return undefined;
  }
  if (where !== "room" || value === undefined || (vendor !== source && vendor !== target)) return undefined;
  return `The room has ${visibleText(setting)} = ${visibleText(JSON.stringify(value))}`;
}

function textList(value: unknown): string {
  return Array.isArray(value) ? joinRights(value.map((path) => pathName(String(path)))) : "it";
}

const sameRemedy = (one: Remedy, other: Remedy): boolean => JSON.stringify(one) === JSON.stringify(other);

export function isAccepted({ accepted }: Adjustments, remedy: Remedy): boolean {
  return accepted.some((other) => sameRemedy(other, remedy));
}

export function accept(adjustments: Adjustments, remedy: Remedy): Adjustments {
  if (isAccepted(adjustments, remedy)) return adjustments;
  return { ...adjustments, accepted: [...adjustments.accepted, remedy] };
}

export function takeBack(adjustments: Adjustments, remedy: Remedy): Adjustments {
  return { ...adjustments, accepted: adjustments.accepted.filter((other) => !sameRemedy(other, remedy)) };
}

type Lists = { allowWidening: string[]; ignoreUnknown: string[] };

/** Rights that were vouched for one after the other, put together. */
function mergeRights(one: RightsInput, other: RightsInput): RightsInput {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const known = merged[name];
    const bothObjects = typeof known === "object" && typeof value === "object" && !Array.isArray(value);
    merged[name] = known === true ? true : bothObjects ? { ...known, ...value } : value;
  }
  return merged as RightsInput;
}

/** The policy that says what was decided; a decision that is not made is left out of it. */
export function policyOf(adjustments: Adjustments, source: Understood): TranslationPolicy {
  const lists: Lists = { allowWidening: [], ignoreUnknown: [] };
  const rooms = { source: {} as Record<string, unknown>, target: {} as Record<string, unknown> };
  let vouch: RightsInput = {};
  let allowNoExpiry = false;
  for (const { where, setting, value, vendor } of adjustments.accepted) {
    if (where === "room") rooms[vendor === source.vendor.name ? "source" : "target"][setting] = value;
    else if (listSettings.has(setting) && Array.isArray(value))
      lists[setting as keyof Lists].push(...value.map(String));
    else if (setting === "vouch") vouch = mergeRights(vouch, value as RightsInput);
    else if (setting === "allowNoExpiry") allowNoExpiry = true;
  }
  const narrow = narrowOf(adjustments);
  const map = roomMapOf(adjustments, source);
  const roomPolicy = {
    ...(map === undefined ? {} : { map }),
    ...(Object.keys(rooms.source).length === 0 ? {} : { source: rooms.source }),
    ...(Object.keys(rooms.target).length === 0 ? {} : { target: rooms.target }),
  };
  return {
    ...(Object.keys(narrow).length === 0 ? {} : { narrow }),
    ...(Object.keys(roomPolicy).length === 0 ? {} : { rooms: roomPolicy }),
    ...(lists.allowWidening.length === 0 ? {} : { allowWidening: [...new Set(lists.allowWidening)] as never }),
    ...(lists.ignoreUnknown.length === 0 ? {} : { ignoreUnknown: [...new Set(lists.ignoreUnknown)] }),
    ...(Object.keys(vouch).length === 0 ? {} : { vouch }),
    ...(allowNoExpiry ? { allowNoExpiry } : {}),
  };
}

function narrowOf({ narrowRoom, expiresIn, participantId }: Adjustments): NarrowInput {
  return {
    ...(narrowRoom === "" ? {} : { room: narrowRoom }),
    ...(expiresIn.trim() === "" ? {} : { expiresIn: typedDuration(expiresIn) as `${number}h` }),
    ...(participantId === "" ? {} : { participant: { id: participantId } }),
  };
}

function roomMapOf({ roomName, narrowRoom }: Adjustments, source: Understood): Record<string, string> | undefined {
  if (roomName === "") return undefined;
  const { lowest } = source.authority.room;
  const name = narrowRoom !== "" ? narrowRoom : typeof lowest === "string" ? lowest : undefined;
  return name === undefined ? undefined : Object.fromEntries([[name, roomName]]);
}
