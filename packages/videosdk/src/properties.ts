import type { GrantInputFor } from "@roompass/core";
import type { Entry } from "@roompass/core/adapter";

/**
 * The only permissions that VideoSDK documents.
 *
 * - `allow_join`: walks in, and answers those who ask to enter.
 * - `ask_join`: has to be let in by somebody inside who has `allow_join`. Documented as invalid together with any other.
 * - `allow_mod`: switches others' microphone and camera off; perhaps more, since the sources contradict each other.
 */
export const videosdkPermissions = ["allow_join", "ask_join", "allow_mod"] as const;

/** One of `videosdkPermissions`; there are no others. */
export type VideosdkPermission = (typeof videosdkPermissions)[number];

/** `crawler` calls the v2 server API and cannot join (error 4024); `rtc` joins and cannot call the server API. */
export const videosdkRoles = ["crawler", "rtc"] as const;

/** What a v2 token is for: the server API, or joining. */
export type VideosdkRole = (typeof videosdkRoles)[number];

/**
 * What a VideoSDK token says, by the documented names, which are the claim names too.
 *
 * Source of each unless said otherwise: the "Authentication and Tokens" guide,
 * https://docs.videosdk.live/react/guide/video-and-audio-calling-api-sdk/authentication-and-token
 */
export interface VideosdkProperties {
  /** The project's API key from the dashboard; tells VideoSDK which secret to check. Documented as mandatory. */
  readonly apikey?: string;
  /** Documented as mandatory; what a missing or empty list means is not documented. */
  readonly permissions?: readonly VideosdkPermission[];
  /**
   * Token format. Documented as needed for the v2 server API and for `roomId`, `participantId` and `roles`. The text
   * `"2"` is how one of the vendor's samples writes it; its effect is not documented, and it is never minted.
   */
  readonly version?: 2 | "2";
  /** Good for this room only (error 4022 elsewhere); absent: every room of the project. Usually `xxxx-xxxx-xxxx`. */
  readonly roomId?: string;
  /** Good for this participant only: the app has to join with the identical id (else error 4023). No white space. */
  readonly participantId?: string;
  /** Absent: no restriction, as far as the dashboard's help says. */
  readonly roles?: readonly VideosdkRole[];
  /**
   * Unix seconds. Blocks new joins and never ends a running meeting; no shortest or longest life is documented. Not in
   * the table of claims, set by all samples: https://github.com/videosdk-live/videosdk-docs
   */
  readonly exp?: number;
  /** Unix seconds. */
  readonly iat?: number;
  /** Unix seconds. Only in old samples and with no documented effect. */
  readonly nbf?: number;
  /** Only in old samples and with no documented effect. */
  readonly jti?: string;
}

export type VideosdkPropertyName = keyof VideosdkProperties;

/** All properties, in the order in which claims are written. */
export const propertyNames: readonly VideosdkPropertyName[] = [
  "apikey",
  "permissions",
  "version",
  "roomId",
  "participantId",
  "roles",
  "iat",
  "exp",
  "nbf",
  "jti",
];

const propertyNameSet: ReadonlySet<string> = new Set(propertyNames);

/** Whether a claim of this name is one of the documented ones. */
export function isPropertyName(name: string): name is VideosdkPropertyName {
  return propertyNameSet.has(name);
}

/** What `extensions.videosdk` may hold: the documented properties that the neutral model does not have. */
export interface VideosdkExtensions {
  /** A token id; VideoSDK documents no effect. */
  readonly jti?: string;
}

/**
 * A grant that a VideoSDK token can hold. How somebody enters always has to be said, since VideoSDK's own tools make
 * everybody a moderator when nothing is said.
 *
 * `allow_mod` is one permission for muting and, by some sources, removing others: both are asked for together.
 */
export type VideosdkGrantInput = GrantInputFor<{
  room: string | { readonly any: true };
  rights: {
    readonly moderate?: false | { readonly media: boolean; readonly remove: boolean; readonly permissions?: false };
  };
  stay: never;
  notBefore: never;
  automation: never;
  extensions: { readonly videosdk?: VideosdkExtensions };
}> & { readonly entry: Entry };
