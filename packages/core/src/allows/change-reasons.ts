import type { Difference } from "../authority/compare-authority.js";
import type { RightPath } from "../grant/right-path.js";
import { reasonForRight } from "../translate/reasons.js";
import type { ChangeKind } from "./comparison.js";

type OrderedField = Exclude<Difference["path"], RightPath>;

const sentences: { readonly [path in OrderedField]?: { readonly gained: string; readonly lost: string } } = {
  purpose: { gained: "The new one also serves another purpose.", lost: "The new one serves fewer purposes." },
  room: {
    gained: "The new one is good for rooms that the old one is not good for.",
    lost: "The new one is good for fewer rooms.",
  },
  "participant.id": {
    gained: "The old one is bound to one person; the new one is good for somebody else, or for whoever holds it.",
    lost: "The new one is bound to one person; the old one is not.",
  },
  notBefore: { gained: "The new one is good earlier.", lost: "The new one is good later only." },
  expiresAt: {
    gained: "The new one ends later than the old one, or the expiry of one of them is not known.",
    lost: "The new one ends earlier.",
  },
  "stay.endsAtExpiry": {
    gained: "The old one removes its holder from the call at expiry; the new one may not.",
    lost: "The new one removes its holder from the call at expiry.",
  },
  "stay.maxSeconds": {
    gained: "The old one limits how long its holder stays; the new one does not, or allows longer.",
    lost: "The new one lets its holder stay less long.",
  },
  entry: {
    gained: "The old one's holder may have to ask to enter; the new one's may walk in.",
    lost: "The new one's holder has to ask to enter.",
  },
  "automation.record": {
    gained: "The new one starts a recording by itself, or another one.",
    lost: "The new one no longer starts a recording by itself.",
  },
  "automation.transcribe": {
    gained: "The new one starts a transcription by itself, or another one.",
    lost: "The new one no longer starts a transcription by itself.",
  },
};

/** One sentence about a component. */
export function reasonForChange(difference: Difference, kind: ChangeKind): string {
  if (kind === "equal") return "Both give the same.";
  if (difference.path.startsWith("rights.")) return reasonForRight(difference, { from: "old", to: "new" });
  if (kind === "uncertain") return "The new one may give less; what one of the two says has more than one meaning.";
  return sentences[difference.path as OrderedField]?.[kind] ?? "The two differ.";
}
