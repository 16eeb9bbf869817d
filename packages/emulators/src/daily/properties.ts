import { z } from "zod";
import type { Members } from "../emulator/model.js";
import { decodePermissions, encodePermissions, type Permissions, permissionsSchema } from "./permissions.js";

/** What looks like milliseconds is refused: such a token would be good for tens of thousands of years. */
const instant = z.int().min(0).max(99_999_999_999);
const recording = z.enum(["cloud", "cloud-audio-only", "local", "raw-tracks"]);

/** `properties` of `POST /meeting-tokens`. */
export const propertiesSchema = z.strictObject({
  room_name: z.string().min(1).optional(),
  nbf: instant.optional(),
  exp: instant.optional(),
  eject_at_token_exp: z.boolean().optional(),
  eject_after_elapsed: z.int().min(1).optional(),
  is_owner: z.boolean().optional(),
  user_name: z.string().optional(),
  // An empty one would make a token that is bound to nobody.
  user_id: z.string().min(1).max(36).optional(),
  enable_screenshare: z.boolean().optional(),
  start_video_off: z.boolean().optional(),
  start_audio_off: z.boolean().optional(),
  enable_recording: z.union([recording, z.array(recording).min(1)]).optional(),
  enable_recording_ui: z.boolean().optional(),
  start_cloud_recording: z.boolean().optional(),
  start_cloud_recording_opts: z.record(z.string(), z.unknown()).optional(),
  auto_start_transcription: z.boolean().optional(),
  enable_prejoin_ui: z.boolean().optional(),
  enable_live_captions_ui: z.boolean().optional(),
  enable_terse_logging: z.boolean().optional(),
  knocking: z.boolean().optional(),
  close_tab_on_exit: z.boolean().optional(),
  redirect_on_meeting_exit: z.string().optional(),
  lang: z.string().max(10).optional(),
  permissions: permissionsSchema.optional(),
});

export type Properties = z.infer<typeof propertiesSchema>;

/** Property and claim, in the order of the vendor's table. `permissions` has a form of its own. */
const names: readonly (readonly [property: string, claim: string])[] = [
  ["nbf", "nbf"],
  ["exp", "exp"],
  ["room_name", "r"],
  ["user_id", "ud"],
  ["user_name", "u"],
  ["is_owner", "o"],
  ["knocking", "k"],
  ["close_tab_on_exit", "ctoe"],
  ["redirect_on_meeting_exit", "rome"],
  ["start_cloud_recording", "sr"],
  ["start_cloud_recording_opts", "sro"],
  ["auto_start_transcription", "ast"],
  ["enable_recording", "er"],
  ["enable_screenshare", "ss"],
  ["start_video_off", "vo"],
  ["start_audio_off", "ao"],
  ["eject_at_token_exp", "ejt"],
  ["eject_after_elapsed", "eje"],
  ["lang", "uil"],
  ["enable_recording_ui", "erui"],
  // Nobody documents claims for these three; the names themselves are what other implementations write.
  ["enable_prejoin_ui", "enable_prejoin_ui"],
  ["enable_live_captions_ui", "enable_live_captions_ui"],
  ["enable_terse_logging", "enable_terse_logging"],
];

/** The claims of a token with these properties, without the account and the time of issue. */
export function claimsOf(properties: Properties): Members {
  const members: Members = properties;
  const plain = names.flatMap(([property, claim]) => {
    const value = members[property];
    return value === undefined ? [] : [[claim, value] as const];
  });
  const { permissions } = properties;
  return { ...Object.fromEntries(plain), ...(permissions === undefined ? {} : { p: encodePermissions(permissions) }) };
}

/** The long-named properties of a token, as the validate endpoint answers; what is not set is left out. */
export function propertiesOf(claims: Members): Members & { readonly permissions?: Permissions } {
  const plain = names.flatMap(([property, claim]) => {
    const value = claims[claim];
    return value === undefined ? [] : [[property, value] as const];
  });
  return {
    ...Object.fromEntries(plain),
    ...(claims["p"] === undefined ? {} : { permissions: decodePermissions(claims["p"]) }),
  };
}
