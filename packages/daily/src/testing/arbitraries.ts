import fc from "fast-check";
import { adminRoles, sendMedia } from "../media-codes.js";
import type { DailyCanReceive, DailyPermissions, DailyProperties } from "../properties.js";

const trackMap = fc.dictionary(fc.constantFrom("*", "slides", "poll"), fc.boolean());
const plainMedia = { video: fc.boolean(), audio: fc.boolean(), screenVideo: fc.boolean(), screenAudio: fc.boolean() };
const partialMedia = fc.record({ ...plainMedia, customVideo: trackMap, customAudio: trackMap }, { requiredKeys: [] });
const allTracks = fc.boolean().map((flag) => ({ "*": flag }));
const completeMedia = fc.record({ ...plainMedia, customVideo: allTracks, customAudio: allTracks });
const senders = fc.dictionary(fc.constantFrom("u_1", "u_2", "__proto__"), fc.oneof(fc.boolean(), partialMedia));

export const canReceive: fc.Arbitrary<DailyCanReceive> = fc.record(
  { base: fc.oneof(fc.boolean(), completeMedia, partialMedia), byUserId: senders, byParticipantId: senders },
  { requiredKeys: [] },
);

const list = <Item>(items: readonly Item[]): fc.Arbitrary<boolean | Item[]> =>
  fc.oneof(fc.boolean(), fc.shuffledSubarray([...items], { minLength: 1 }));

export const permissions: fc.Arbitrary<DailyPermissions> = fc.record(
  { hasPresence: fc.boolean(), canSend: list(sendMedia), canReceive, canAdmin: list(adminRoles) },
  { requiredKeys: [] },
);

const text = fc.string({ minLength: 1, maxLength: 12 });
const instant = fc.integer({ min: 1_500_000_000, max: 2_500_000_000 });
const flag = fc.boolean();

/** Everything that a self-signed token can carry. */
export const claimable: fc.Arbitrary<DailyProperties> = fc.record(
  {
    room_name: text,
    nbf: fc.oneof(fc.constant(0), instant),
    exp: instant,
    eject_at_token_exp: flag,
    eject_after_elapsed: fc.integer({ min: 1, max: 100_000 }),
    is_owner: flag,
    user_name: fc.string({ maxLength: 12 }),
    user_id: text,
    enable_screenshare: flag,
    start_video_off: flag,
    start_audio_off: flag,
    enable_recording: fc.constantFrom("cloud", "cloud-audio-only", "local", "raw-tracks"),
    enable_recording_ui: flag,
    start_cloud_recording: flag,
    auto_start_transcription: flag,
    knocking: flag,
    close_tab_on_exit: flag,
    redirect_on_meeting_exit: fc.oneof(fc.constant(""), fc.webUrl()),
    lang: fc.constantFrom("de", "jp", "ka", "pt-BR", "user", "cs", "en-us", ""),
    permissions,
    domain_id: fc.uuid(),
    iat: instant,
    intercom_join_alert: fc.jsonValue().filter((value) => value !== undefined),
    meeting_join_hook: text,
  },
  { requiredKeys: [] },
);

/** Everything that a request can carry, too. */
export const requestable: fc.Arbitrary<DailyProperties> = fc
  .tuple(
    claimable,
    fc.record(
      {
        enable_recording: fc.shuffledSubarray(["cloud", "cloud-audio-only", "local", "raw-tracks"] as const, {
          minLength: 1,
        }),
        enable_prejoin_ui: flag,
        enable_live_captions_ui: flag,
        enable_terse_logging: flag,
        start_cloud_recording_opts: fc.record({ width: fc.nat(), layout: fc.record({ preset: text }) }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([some, more]) => ({ ...some, ...more }));

/** Members that nobody knows, beside and inside the known ones. */
export const unknownMembers = fc.record(
  { otcd: text, zz: fc.jsonValue(), p: fc.record({ zz: fc.integer() }) },
  { requiredKeys: [] },
);

/** Owners with permissions are read but never written. */
export function isOwnerWithPermissions(properties: DailyProperties): boolean {
  return properties.is_owner === true && Object.keys(properties.permissions ?? {}).length > 0;
}
