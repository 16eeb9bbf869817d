import type { RightsInput } from "../grant/grant-input.js";
import type { PathOrParent, TranslationPolicy } from "../translate/policy.js";
import type { Remedy } from "../translate/remedy.js";

/** Values that only the caller can know. */
export interface KnownToTheCaller {
  readonly room: string;
  readonly expiresAt: number;
}

function merged(first: RightsInput | undefined, second: RightsInput): RightsInput {
  const parts = [first?.publish, second.publish].filter((part) => typeof part === "object");
  const moderate = [first?.moderate, second.moderate];
  return {
    ...first,
    ...second,
    ...(parts.length === 2 ? { publish: { ...parts[0], ...parts[1] } as NonNullable<RightsInput["publish"]> } : {}),
    ...(moderate.includes(true) ? { moderate: true } : {}),
    ...(moderate.every((part) => typeof part === "object") ? { moderate: { ...moderate[0], ...moderate[1] } } : {}),
  } as RightsInput;
}

/** The policy after somebody has done what a remedy says. */
export function applyRemedy(policy: TranslationPolicy, remedy: Remedy, known: KnownToTheCaller): TranslationPolicy {
  const { where, setting, value } = remedy;
  if (where === "room") {
    const target = { ...policy.rooms?.target, [setting]: value };
    return { ...policy, rooms: { ...policy.rooms, target } };
  }
  switch (setting) {
    case "narrow.expiresAt":
      return { ...policy, narrow: { ...policy.narrow, expiresAt: known.expiresAt } };
    case "narrow.room":
      return { ...policy, narrow: { ...policy.narrow, room: known.room } };
    case "rooms.map":
      return { ...policy, rooms: { ...policy.rooms, map: { [known.room]: known.room } } };
    case "allowWidening":
      return { ...policy, allowWidening: [...(policy.allowWidening ?? []), ...(value as PathOrParent[])] };
    case "ignoreUnknown":
      return { ...policy, ignoreUnknown: [...(policy.ignoreUnknown ?? []), ...(value as string[])] };
    case "vouch":
      return { ...policy, vouch: merged(policy.vouch, value as RightsInput) };
    case "strict":
      return { ...policy, strict: value as boolean };
    default:
      throw new Error(`Nobody knows how to apply ${where} ${setting}.`);
  }
}
