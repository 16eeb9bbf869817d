import type { Authority, StatedReading } from "../authority/authority.js";
import type { Assume } from "../authority/verdict.js";
import type { CaptureMode, Entry, SubscribeSelection } from "../grant/grant.js";
import type { CapturePath, RightPath } from "../grant/right-path.js";

/**
 * The most that an encoder may give, and what it should try to keep. Core makes it: from a source token's authority
 * when translating, from the grant's explicit statements when issuing (absent = `unknown`: silence is fine, giving is not).
 * Encoders hand it to `chooseOption` and never interpret it themselves.
 */
export interface Ceiling {
  /** The highest reading of each right. */
  readonly rights: Readonly<Record<RightPath, StatedReading>>;
  /** The modes of a capture right that may be given in some modes only. */
  readonly modes?: { readonly [path in CapturePath]?: readonly CaptureMode[] };
  /** What of `rights.subscribe` may be given, where not all of it. */
  readonly subscribeSelection?: SubscribeSelection;
  /** The source's `Authority.statements`; what the caller narrowed is no longer among them. */
  readonly statements?: Authority["statements"];
  /** How the holder enters at least; absent when issuing a grant that does not say. */
  readonly entry?: Entry;
  /** Rights that may come out wider, by the caller's explicit permission. */
  readonly allowWidening: ReadonlySet<RightPath>;
  /** How silence on the source is read. */
  readonly assume: Assume;
  /** The source is a token of the same vendor: an identical explicit statement is equal. */
  readonly sameVendor: boolean;
  /** And of the same account and room: identical silence is equal too. */
  readonly samePlace: boolean;
  /** `issue` refuses what `translate` may leave out. */
  readonly purpose: "issue" | "translate";
}
