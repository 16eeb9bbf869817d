import type { GrantInputFor } from "@roompass/core";
import type { MeteredExtensions } from "./extensions.js";

/**
 * The 15 body fields of `POST /api/v1/token`, by the vendor's own names. All are optional there, and an empty body mints
 * a token for every room of the app that never expires. The service echoes them inside the claim `data`.
 *
 * Source of every field: https://www.metered.ca/docs/rest-api/post-generate-access-token-api
 */
export interface MeteredRequestBody {
  /** Restricts the token to this room. Room names are URL-friendly: no spaces. No documented length. */
  readonly roomName?: string;
  /** Good for every room of the app. Together with `roomName` nobody documents which one wins. */
  readonly globalToken?: boolean;
  /** The holder becomes a meeting admin; the only right that a token has. No stated default. */
  readonly isAdmin?: boolean;
  /** Display name. */
  readonly name?: string;
  /** Kept on the participant record; every participant of the room receives it. */
  readonly email?: string;
  /** Free text, at most 1000 characters; every participant of the room receives it. JSON goes in as text. */
  readonly meta?: string;
  /** The caller's own user id. */
  readonly externalUserId?: string;
  /** Unix seconds; nobody joins after it. Absent: never expires. */
  readonly expireUnixSec?: number;
  /** Unix seconds; nobody joins before it. */
  readonly notBeforeUnixSec?: number;
  /** Seconds after joining until the holder is ejected. What zero means is not documented. */
  readonly ejectAfterElapsedTimeInSec?: number;
  /** Whether the camera is on at the start. Embed (iframe) only. */
  readonly joinVideoOn?: boolean;
  /** Whether the microphone is on at the start. Embed (iframe) only. */
  readonly joinAudioOn?: boolean;
  /** Hides the camera control. Embed (iframe) only, so no protection. */
  readonly disableVideo?: boolean;
  /** Hides the microphone control. Embed (iframe) only, so no protection. */
  readonly disableAudio?: boolean;
  /** Hides the screen sharing control. Embed (iframe) only, so no protection. */
  readonly disableScreenSharing?: boolean;
}

/** Everything that a Metered access token says: the body fields, and what the service adds to them. */
export interface MeteredProperties extends MeteredRequestBody {
  /** The app that the token belongs to; the service always adds it. */
  readonly appName?: string;
  /** Added by the service, undocumented; an id of the minted token rather than of a user. Never sent. */
  readonly meteredParticipantId?: string;
  /** Issue time in unix seconds, beside `data`. */
  readonly iat?: number;
  /** Expiry in unix seconds, beside `data`. No published token has one, so both places are read. */
  readonly exp?: number;
  /** Not-before in unix seconds, beside `data`. No published token has one, so both places are read. */
  readonly nbf?: number;
}

/** What a field holds: a name that is not empty, any text, `true`/`false`, or a whole number. */
export type FieldType = "name" | "text" | "switch" | "integer";

/** The fields that a request may have, in the order in which they are sent. */
export const bodyFieldTypes: Readonly<Record<keyof MeteredRequestBody, FieldType>> = {
  roomName: "name",
  globalToken: "switch",
  isAdmin: "switch",
  name: "text",
  email: "text",
  meta: "text",
  externalUserId: "name",
  expireUnixSec: "integer",
  notBeforeUnixSec: "integer",
  ejectAfterElapsedTimeInSec: "integer",
  joinVideoOn: "switch",
  joinAudioOn: "switch",
  disableVideo: "switch",
  disableAudio: "switch",
  disableScreenSharing: "switch",
};

/** The fields inside `data`. */
export const dataFieldTypes: Readonly<Record<Exclude<keyof MeteredProperties, "iat" | "exp" | "nbf">, FieldType>> = {
  ...bodyFieldTypes,
  appName: "name",
  meteredParticipantId: "text",
};

/** The fields beside `data`. */
export const topFieldTypes: Readonly<Record<"iat" | "exp" | "nbf", FieldType>> = {
  iat: "integer",
  exp: "integer",
  nbf: "integer",
};

/** The longest `meta`, in UTF-16 code units. */
export const longestMeta = 1000;

/** The rights of everybody but admins: nothing of theirs can be said, only that they are no admins. */
export interface MeteredMemberRights {
  readonly moderate?: false | { readonly media?: false; readonly remove?: false; readonly permissions?: false };
  readonly admit?: false;
}

/** The rights of an admin: one switch gives all of them, so all of them have to be said. */
export interface MeteredAdminRights {
  readonly moderate: true | { readonly media: true; readonly remove: true; readonly permissions: true };
  readonly admit: true;
}

/** A grant that a Metered token can hold; what it cannot hold does not compile. */
export type MeteredGrantInput = GrantInputFor<{
  rights: MeteredMemberRights | MeteredAdminRights;
  stay: { readonly maxSeconds?: number; readonly endsAtExpiry?: false };
  entry: "direct";
  purpose: "participant" | readonly ["participant"];
  automation: never;
  room: string | { readonly any: true };
  extensions: { readonly metered?: MeteredExtensions };
}>;
