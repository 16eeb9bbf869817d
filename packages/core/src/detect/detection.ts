import type { Recognition } from "../adapter/adapter.js";

/** One vendor that a token may belong to, and why. */
export interface Candidate extends Recognition {
  /** The vendor's short name, as its adapter has it. */
  readonly vendor: string;
}

/** Which vendor a token belongs to. Nothing about it is verified. */
export interface Detection {
  /** The vendor, or `"unknown"` where the token does not say so clearly. */
  readonly vendor: string;
  /** How sure the answer is; `none` goes with `unknown`. */
  readonly confidence: Recognition["confidence"] | "none";
  /** One sentence, without any value of the token. */
  readonly reason: string;
  /** Every vendor whose adapter recognizes something, the surest first. */
  readonly candidates: readonly Candidate[];
}

export function unknownVendor(reason: string, candidates: readonly Candidate[] = []): Detection {
  return { vendor: "unknown", confidence: "none", reason, candidates };
}
