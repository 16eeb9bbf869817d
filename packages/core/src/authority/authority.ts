import type { AutomatedCapture, CaptureMode, Entry, Purpose, RoomScope, SubscribeSelection } from "../grant/grant.js";
import type { CapturePath, GrantPath, RightPath } from "../grant/right-path.js";

/**
 * What a token really says about one right.
 *
 * - `allow`, `deny`: the token says so with that right's own switch.
 * - `possible`: the token says something that may include it.
 * - `default(allow)`, `default(deny)`: nothing said, and the vendor documents what then holds.
 * - `unknown`: nothing said, and the room decides or nobody documents it.
 * - `ungoverned`: no token of this vendor can withhold it from such a holder.
 */
export type Reading = "allow" | "deny" | "possible" | "default(allow)" | "default(deny)" | "unknown" | "ungoverned";

/**
 * A reading as an adapter states it, which holds on either side of a translation. Three of them depend on the side:
 *
 * - `deny, liftable`: the token says no, and its holder can lift that, or the vendor's own texts contradict each other
 *   about it or leave open whether it holds. On the source it counts as `deny`, on the target, where nobody can count
 *   on it, as `unknown`.
 * - `default(deny), liftable`: a room or account setting can lift it, or nobody states the default. On the target it
 *   counts as `unknown`.
 * - `ungoverned, everyone`: and the vendor documents that every participant may. On the source it counts as
 *   `default(allow)`, plain `ungoverned` as `unknown`.
 */
export type StatedReading = Reading | "deny, liftable" | "default(deny), liftable" | "ungoverned, everyone";

/** A component that a vendor's documents leave between two values: at least `lowest`, at most `highest`. */
export interface Bounds<Value> {
  /** What is certain. */
  readonly lowest: Value;
  /** What cannot be ruled out. */
  readonly highest: Value;
}

/** When somebody can join: from `notBefore` (0 = always) until before `expiresAt` (`null` = for ever, `undefined` = not known). */
export interface JoinWindow {
  /** Unix seconds; 0 = always. */
  readonly notBefore: number;
  /** Unix seconds; `null` = for ever, `undefined` = not known. */
  readonly expiresAt: number | null | undefined;
}

/** How long somebody can remain: `maxSeconds` is `null` where nothing limits it. */
export interface StayLimit {
  /** Seconds after joining; `null` where nothing limits it. */
  readonly maxSeconds: number | null;
  /** Whether whoever is inside is removed when the token expires. */
  readonly endsAtExpiry: boolean;
}

/** Everything that a token lets its holder do, as one adapter reads it. */
export interface Authority {
  /** Account that the token belongs to; absent when the token does not say. */
  readonly tenant?: string;
  /** What the token is for: joining, the server API, or both. */
  readonly purpose: Bounds<readonly Purpose[]>;
  /** The rooms that it opens. */
  readonly room: Bounds<RoomScope>;
  /** When it can be used to join. */
  readonly window: Bounds<JoinWindow>;
  /** How long its holder can remain. */
  readonly stay: Bounds<StayLimit>;
  /** Whether its holder walks in or has to ask. */
  readonly entry: Bounds<Entry>;
  /** The participant id that the token is bound to; `null` = not bound. */
  readonly identity: Bounds<string | null>;
  /** How each right reads, silence and room settings counted. */
  readonly rights: Readonly<Record<RightPath, StatedReading>>;
  /** The modes of a capture right that is `allow` for some modes only. */
  readonly modes?: { readonly [path in CapturePath]?: readonly CaptureMode[] };
  /** The selection of a `rights.subscribe` that is `allow` for some kinds or senders only. */
  readonly subscribeSelection?: SubscribeSelection;
  /** What starts by itself when its holder joins. */
  readonly automation: { readonly record?: AutomatedCapture; readonly transcribe?: AutomatedCapture };
  /**
   * What the token says word for word where the reading does not tell all of it, by path: where a component's lowest and
   * highest differ, where a right is `possible`, where it is `unknown` although something is said, where it is
   * `deny, liftable` for one of several reasons, and where another reading is only the least that is said. Within one
   * vendor two such readings are the same only where these are; `possible` without any is never the same as another
   * token's. Any JSON value in one form only (sorted lists); `null` = nothing said.
   */
  readonly statements?: { readonly [path in GrantPath]?: unknown };
}
