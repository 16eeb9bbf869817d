import type { CaptureMode, GrantInput, GrantInputFor, PublishKind } from "@roompass/core/adapter";
import type { DailyLanguage } from "./languages.js";
import type { DailyAdminRole, DailySendMedia } from "./media-codes.js";
import type { DailyRecording } from "./recording.js";

/** Which custom tracks are received, by track name; `*` stands for every name that is not listed. */
export type DailyTrackMap = Readonly<Record<string, boolean>>;

/** Which media are received. As a `base` it has to list all six, with `*` in both maps; an override may be partial. */
export interface DailyReceiveMedia {
  /** Cameras. */
  readonly video?: boolean;
  /** Microphones. */
  readonly audio?: boolean;
  /** Shared screens. */
  readonly screenVideo?: boolean;
  /** The sound of shared screens. */
  readonly screenAudio?: boolean;
  /** Custom video tracks by name; `*` stands for the others. */
  readonly customVideo?: DailyTrackMap;
  /** Custom audio tracks by name; `*` stands for the others. */
  readonly customAudio?: DailyTrackMap;
}

/** What is received from whom. The more specific rule wins: `base`, then `byUserId`, then `byParticipantId`. */
export interface DailyCanReceive {
  /** What holds for everybody who is not named below. What Daily makes of a missing base is not documented. */
  readonly base?: boolean | DailyReceiveMedia;
  /** By `user_id`. */
  readonly byUserId?: Readonly<Record<string, boolean | DailyReceiveMedia>>;
  /** By the session id of one join, which nobody knows when a token is minted. */
  readonly byParticipantId?: Readonly<Record<string, boolean | DailyReceiveMedia>>;
}

/**
 * The first permissions of somebody who is not an owner. Each key that is absent is inherited from the room, then from
 * the domain; absent is neither `true` nor `false`.
 */
export interface DailyPermissions {
  /** Whether others see this participant at all. `false` = neither seen nor heard; needs the SFU. */
  readonly hasPresence?: boolean;
  /** Everything, nothing, or the listed media. The custom kinds are documented for the SDK only. */
  readonly canSend?: boolean | readonly DailySendMedia[];
  /** What is received: of everybody, of some, by kind. */
  readonly canReceive?: DailyCanReceive;
  /** Everything, nothing, or the listed roles. */
  readonly canAdmin?: boolean | readonly DailyAdminRole[];
}

/**
 * The properties of a Daily meeting token by their documented names: the 24 of `POST /v1/meeting-tokens`, and those
 * that only the table of abbreviations has. Times are integer unix seconds. Absent always means: inherited.
 *
 * Source: https://docs.daily.co/reference/rest-api/meeting-tokens/create-meeting-token
 */
export interface DailyProperties {
  /** The room's name, not its address. Absent = every room of the domain. */
  readonly room_name?: string;
  /** Unix seconds; joining earlier fails. */
  readonly nbf?: number;
  /** Unix seconds; joining later fails, nobody is ejected by it. Absent = never expires. */
  readonly exp?: number;
  /** Ejects at `exp`. */
  readonly eject_at_token_exp?: boolean;
  /** Ejects that many seconds after each join. Overrides both of the room's eject settings. */
  readonly eject_after_elapsed?: number;
  /** Owner of the meeting: administers others, admits, streams, transcribes. */
  readonly is_owner?: boolean;
  /** Shown name. Its longest length is not documented. */
  readonly user_name?: string;
  /** Stable id, at most 36 characters. Absent = a new id for each join. */
  readonly user_id?: string;
  /** May share the screen; fixed for the meeting. */
  readonly enable_screenshare?: boolean;
  /** The client starts without camera; no restriction. */
  readonly start_video_off?: boolean;
  /** The client starts without microphone; no restriction. */
  readonly start_audio_off?: boolean;
  /** The ways of recording that this participant may start. A list can only be minted by a request. */
  readonly enable_recording?: DailyRecording | readonly DailyRecording[];
  /** Shows the record button in the prebuilt client; grants nothing. */
  readonly enable_recording_ui?: boolean;
  /** Starts a cloud recording on joining; needs `enable_recording` = `cloud` in the token or the room. */
  readonly start_cloud_recording?: boolean;
  /** Options of that recording, as of daily-js `startRecording()`. */
  readonly start_cloud_recording_opts?: Readonly<Record<string, unknown>>;
  /** Starts the transcription when an owner joins. */
  readonly auto_start_transcription?: boolean;
  /** Hair check of the prebuilt client. Only by request: it has no claim. */
  readonly enable_prejoin_ui?: boolean;
  /** Captions button of the prebuilt client. Only by request: it has no claim. */
  readonly enable_live_captions_ui?: boolean;
  /** Less logging in large meetings. Only by request: it has no claim. */
  readonly enable_terse_logging?: boolean;
  /** Has to ask for admission, where the room has `enable_knocking`; any other token walks in. */
  readonly knocking?: boolean;
  /** Closes the tab when the call is left. */
  readonly close_tab_on_exit?: boolean;
  /** Where the prebuilt client goes when the call is left; the domain may restrict the hosts. */
  readonly redirect_on_meeting_exit?: string;
  /** Language of the prebuilt client, in Daily's own codes. */
  readonly lang?: DailyLanguage;
  /** The first permissions of somebody who is not an owner. */
  readonly permissions?: DailyPermissions;
  /** The domain, a UUID. A self-signed token has to have it. */
  readonly domain_id?: string;
  /** When the token was issued, unix seconds. A self-signed token has to have it. */
  readonly iat?: number;
  /** Known by its abbreviation `ij` only; type and effect are not documented. */
  readonly intercom_join_alert?: unknown;
  /** Known by its abbreviation `mjh`, and as a web hook of rooms; its effect in a token is not documented. */
  readonly meeting_join_hook?: unknown;
}

/** What only Daily has, for `extensions.daily` of a grant. */
export type DailyExtensions = {
  /** Shows the record button in the prebuilt client; grants nothing. */
  readonly enable_recording_ui?: boolean;
  /** Hair check of the prebuilt client. Only where Daily mints. */
  readonly enable_prejoin_ui?: boolean;
  /** Captions button of the prebuilt client. Only where Daily mints. */
  readonly enable_live_captions_ui?: boolean;
  /** Less logging in large meetings. Only where Daily mints. */
  readonly enable_terse_logging?: boolean;
  /** Options of the recording that `automation.record` starts, as of daily-js `startRecording()`. */
  readonly start_cloud_recording_opts?: Readonly<Record<string, unknown>>;
  /** `user`: the browser's own language. `ka`: not documented. Every other language is `client.language`. */
  readonly lang?: "user" | "ka";
};

type MediaKind = Exclude<PublishKind, "data">;

/**
 * A grant that a Daily token can hold. What it leaves out does not compile: data cannot be withheld or given by a
 * token, recording cannot be denied, live streaming and transcription have no modes, and only cloud recordings start by
 * themselves.
 */
export type DailyGrantInput = GrantInputFor<{
  room: string | { readonly any: true };
  purpose: "participant" | readonly ["participant"];
  rights: {
    readonly publish?: boolean | readonly MediaKind[] | { readonly [kind in MediaKind]?: boolean };
    readonly subscribe?: NonNullable<NonNullable<GrantInput["rights"]>["subscribe"]>;
    readonly visible?: boolean;
    readonly moderate?:
      | boolean
      | { readonly media?: boolean; readonly remove?: boolean; readonly permissions?: boolean };
    readonly admit?: boolean;
    readonly record?: true | readonly CaptureMode[];
    readonly livestream?: boolean;
    readonly transcribe?: boolean;
  };
  automation: { readonly record?: { readonly mode: "cloud" }; readonly transcribe?: true | { readonly mode?: never } };
  extensions: { readonly daily?: DailyExtensions };
}>;
