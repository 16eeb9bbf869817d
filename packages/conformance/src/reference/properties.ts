import type {
  AutomatedCapture,
  CaptureMode,
  Entry,
  Purpose,
  RightPath,
  SubscribeSelection,
} from "@roompass/core/adapter";

/** What one switch can say: no, yes, or yes to a part of it. */
export type Switch = boolean | readonly CaptureMode[] | SubscribeSelection;

/**
 * What a token of the invented vendor says. Every neutral field has a place of its own, and every right a switch that
 * allows, denies, or is left out.
 *
 * - Without `room` it is good for every room of the account, without `exp` for ever.
 * - Without `purposes` it joins rooms, without `entry` its holder walks in.
 */
export interface ReferenceProperties {
  /** The account that the token belongs to. */
  readonly account?: string;
  /** Unix seconds. */
  readonly iat?: number;
  /** Unix seconds. */
  readonly nbf?: number;
  /** Unix seconds. */
  readonly exp?: number;
  readonly purposes?: readonly Purpose[];
  /** One name, several, or a pattern that only the vendor executes. */
  readonly room?: string | readonly string[] | { readonly pattern: string; readonly dialect: string };
  /** Whom the token is bound to; at most 128 characters. */
  readonly user?: string;
  readonly name?: string;
  readonly email?: string;
  readonly avatar?: string;
  /** Any JSON. */
  readonly metadata?: unknown;
  readonly maxSeconds?: number;
  readonly endsAtExpiry?: boolean;
  readonly entry?: Entry;
  readonly camera?: "on" | "off";
  readonly microphone?: "on" | "off";
  readonly autoRecord?: AutomatedCapture;
  readonly autoTranscribe?: AutomatedCapture;
  readonly language?: string;
  readonly redirectUrl?: string;
  readonly closeTabOnExit?: boolean;
  readonly can?: { readonly [name in SwitchName]?: Switch };
  /** Colours of the vendor's own client: a hint without a neutral name. */
  readonly theme?: string;
  /** Keeps the holder inside one part of the building: a restriction without a neutral name. */
  readonly zone?: string;
}

/** The switches in the envelope `can`, by what each of them governs, in the order in which they are written. */
export const switchOf = {
  "rights.publish.microphone": "microphone",
  "rights.publish.camera": "camera",
  "rights.publish.screen": "screen",
  "rights.publish.screenAudio": "screenAudio",
  "rights.publish.custom": "custom",
  "rights.publish.data": "data",
  "rights.subscribe": "receive",
  "rights.visible": "beSeen",
  "rights.moderate.media": "mute",
  "rights.moderate.remove": "remove",
  "rights.moderate.permissions": "permit",
  "rights.admit": "admit",
  "rights.record": "record",
  "rights.livestream": "livestream",
  "rights.transcribe": "transcribe",
} as const satisfies Readonly<Record<RightPath, string>>;

export type SwitchName = (typeof switchOf)[RightPath];

export const switchPaths: readonly RightPath[] = Object.keys(switchOf) as RightPath[];

/** The rights that can be limited to some modes. */
export const capturePaths = ["rights.record", "rights.livestream", "rights.transcribe"] as const;

export const isCapture = (path: RightPath): path is (typeof capturePaths)[number] =>
  (capturePaths as readonly string[]).includes(path);

/** The longest id that the vendor takes, in characters. */
export const longestUser = 128;
