import type { PublishKind } from "../grant/grant.js";

/**
 * What a token of the invented vendor "toy" says, by the vendor's documented names.
 *
 * - Every kind that can be sent has a switch of its own; a switch that is left out allows.
 * - `host` is a role: it mutes and removes others, both or neither.
 * - A token without `room` is good for every room of the account, and one without `exp` for ever.
 */
export interface ToyProperties {
  /** The account that the token belongs to. */
  readonly account?: string;
  readonly room?: string;
  /** Whom the token is bound to; at most 36 characters. */
  readonly user?: string;
  readonly name?: string;
  /** Unix seconds. */
  readonly iat?: number;
  /** Unix seconds. */
  readonly nbf?: number;
  /** Unix seconds. */
  readonly exp?: number;
  /** Has to be admitted (`true`), or walks in (`false`, and when left out). */
  readonly ask?: boolean;
  readonly host?: true;
  readonly send?: { readonly [kind in PublishKind]?: boolean };
  /** May record. When left out, the room's setting `recording` decides. */
  readonly record?: boolean;
  /** Starts a recording when the holder joins. */
  readonly autoRecord?: true;
  /** Colours of the vendor's own client: a hint without a neutral name. */
  readonly theme?: string;
  /** Keeps the holder inside one part of the building: a restriction without a neutral name. */
  readonly zone?: string;
}

export type ToyPropertyName = keyof ToyProperties;

/** The claim for each kind in the envelope `send`. */
export const sendClaims: Readonly<Record<PublishKind, string>> = {
  microphone: "mic",
  camera: "cam",
  screen: "screen",
  screenAudio: "screenAudio",
  custom: "custom",
  data: "data",
};

export const publishKinds: readonly PublishKind[] = Object.keys(sendClaims) as PublishKind[];

/** All properties, in the order in which claims are written. */
export const propertyNames: readonly ToyPropertyName[] = [
  "account",
  "room",
  "user",
  "name",
  "iat",
  "nbf",
  "exp",
  "ask",
  "host",
  "send",
  "record",
  "autoRecord",
  "theme",
  "zone",
];

const names: ReadonlySet<string> = new Set(propertyNames);

export function isPropertyName(name: string): name is ToyPropertyName {
  return names.has(name);
}
