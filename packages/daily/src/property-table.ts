import type { DailyProperties } from "./properties.js";

/** How a claim's value is read. */
export type ClaimKind =
  | "name"
  | "text"
  | "flag"
  | "instant"
  | "seconds"
  | "object"
  | "recording"
  | "language"
  | "permissions"
  | "undocumented";

export interface PropertyRow {
  readonly property: keyof DailyProperties;
  readonly claim: string;
  readonly kind: ClaimKind;
}

function row(property: keyof DailyProperties, claim: string, kind: ClaimKind): PropertyRow {
  return { property, claim, kind };
}

/**
 * Property and abbreviation, in the order in which claims are written: the order of the tokens that Daily prints.
 *
 * Source: https://docs.daily.co/docs/guides/privacy-and-security/self-signing-tokens
 */
export const propertyTable: readonly PropertyRow[] = [
  row("nbf", "nbf", "instant"),
  row("exp", "exp", "instant"),
  row("room_name", "r", "name"),
  row("user_id", "ud", "name"),
  row("user_name", "u", "text"),
  row("is_owner", "o", "flag"),
  row("knocking", "k", "flag"),
  row("enable_screenshare", "ss", "flag"),
  row("enable_recording", "er", "recording"),
  row("enable_recording_ui", "erui", "flag"),
  row("start_cloud_recording", "sr", "flag"),
  row("start_cloud_recording_opts", "sro", "object"),
  row("auto_start_transcription", "ast", "flag"),
  row("start_video_off", "vo", "flag"),
  row("start_audio_off", "ao", "flag"),
  row("eject_at_token_exp", "ejt", "flag"),
  row("eject_after_elapsed", "eje", "seconds"),
  row("permissions", "p", "permissions"),
  row("lang", "uil", "language"),
  row("close_tab_on_exit", "ctoe", "flag"),
  row("redirect_on_meeting_exit", "rome", "text"),
  row("intercom_join_alert", "ij", "undocumented"),
  row("meeting_join_hook", "mjh", "undocumented"),
  row("domain_id", "d", "name"),
  row("iat", "iat", "instant"),
];

export const rowByClaim: ReadonlyMap<string, PropertyRow> = new Map(propertyTable.map((entry) => [entry.claim, entry]));

/** Properties of `POST /v1/meeting-tokens` that have no abbreviation. Nothing shows that Daily reads them in a token. */
export const requestOnlyProperties = ["enable_prejoin_ui", "enable_live_captions_ui", "enable_terse_logging"] as const;

/** Properties of the table of abbreviations that are in no list of what `POST /v1/meeting-tokens` takes. */
export const claimOnlyProperties = ["intercom_join_alert", "meeting_join_hook"] as const;
