import type { Authority, StatedReading } from "../authority/authority.js";
import { hasExceptions } from "../authority/statements.js";
import { plainReading } from "../authority/verdict.js";
import { isCapturePath, type RightPath } from "../grant/right-path.js";
import { type Answer, no, uncertain, yes } from "./answer.js";

const answers: Readonly<Record<StatedReading, readonly [Answer["answer"], reason: string]>> = {
  allow: ["yes", "It allows this."],
  deny: ["no", "It denies this."],
  "deny, liftable": ["uncertain", "It denies this in words that its holder or somebody else may be able to lift."],
  possible: ["uncertain", "It has a role that may include this."],
  "default(allow)": ["yes", "It is silent, and the vendor documents that this is then allowed."],
  "default(deny)": ["no", "It is silent, and the vendor documents that this is then denied."],
  "default(deny), liftable": [
    "uncertain",
    "It is silent; this is then denied unless a room or account setting allows it.",
  ],
  unknown: ["uncertain", "It makes no statement; the vendor or the room decides."],
  ungoverned: ["uncertain", "The vendor's tokens have no say over this."],
  "ungoverned, everyone": ["yes", "The vendor documents that every participant may."],
};

/** What allows only a part of a right, in words; `undefined` where the whole right is meant. */
function partOf(path: RightPath, authority: Authority): string | undefined {
  if (path === "rights.subscribe" && authority.subscribeSelection !== undefined) {
    return "It allows this for some kinds or some senders only.";
  }
  const allowed = isCapturePath(path) ? authority.modes?.[path] : undefined;
  return allowed === undefined ? undefined : `It allows this only as ${allowed.join(" or ")}.`;
}

export function answerRight(path: RightPath, authority: Authority): Answer {
  const stated = authority.rights[path];
  const reading = plainReading(stated);
  const part = stated === "allow" ? partOf(path, authority) : undefined;
  if (part !== undefined) return uncertain(reading, part);
  // The reading is the least that the token says; what its exceptions give, somebody receives.
  if (stated === "deny" && hasExceptions(path, authority)) return uncertain(reading, "It denies this with exceptions.");
  const [answer, reason] = answers[stated];
  return { answer, reading, reason };
}

/** Joining at a time and place for which the token is good. */
export function answerJoin({ entry }: Authority): Answer {
  if (entry.lowest === "direct") return yes("allow", "It walks in.");
  if (entry.highest === "ask") return uncertain("possible", "Its holder has to be admitted by somebody inside.");
  return uncertain("unknown", "It does not say whether its holder walks in or has to be admitted.");
}

export function noSuchAction(): Answer {
  return no("There is no such action.", "unknown");
}
