import type { CaptureMode } from "../grant/grant.js";
import { type CapturePath, isCapturePath, type RightPath } from "../grant/right-path.js";
import type { Authority } from "./authority.js";
import { type Order, orderModes, orderSelections } from "./order.js";
import { hasExceptions, type WordingContext, wordingOf } from "./statements.js";
import { judge, readTarget, type Verdict, type VerdictContext } from "./verdict.js";

/** A verdict, or two values of which neither contains the other. */
export type ComponentVerdict = Verdict | "incomparable";

const everything = { base: true } as const;

function refine(verdict: Verdict, order: Order): ComponentVerdict {
  if (order === "wider" || order === "incomparable") return order;
  return order === "narrower" ? "narrowed" : verdict;
}

/**
 * A reception right may deny some kinds or senders while it allows others. Whatever it denies is a denial: a target
 * that cannot hold the selection would give it.
 */
function judgeSubscribe(source: Authority, target: Authority, verdict: Verdict): ComponentVerdict {
  const sourceSelection = source.subscribeSelection;
  const targetSelection = target.subscribeSelection;
  if (sourceSelection === undefined && targetSelection === undefined) return verdict;
  if (verdict === "wider" || readTarget(target.rights["rights.subscribe"]) === "deny") return verdict;
  return refine(verdict, orderSelections(targetSelection ?? everything, sourceSelection ?? everything));
}

function judgeCapture(path: CapturePath, source: Authority, target: Authority, verdict: Verdict): ComponentVerdict {
  const sourceModes: readonly CaptureMode[] | undefined = source.modes?.[path];
  const targetReading = readTarget(target.rights[path]);
  if (source.rights[path] !== "allow") return verdict;
  if (targetReading === "default(allow)" && sourceModes !== undefined) return "wider";
  if (targetReading !== "allow") return verdict;
  return refine(verdict, orderModes(target.modes?.[path], sourceModes));
}

/** Compares one right of two authorities, with its modes or selection. */
export function judgeRight(
  path: RightPath,
  source: Authority,
  target: Authority,
  context: VerdictContext & WordingContext,
): ComponentVerdict {
  const wording = wordingOf(path, source, target, context);
  // Only what the source says itself is known to give no more than the source.
  if (hasExceptions(path, target) && !(context.sameVendor && wording === "same")) return "wider";
  const verdict = judge(source.rights[path], target.rights[path], context, wording);
  if (path === "rights.subscribe") return judgeSubscribe(source, target, verdict);
  if (isCapturePath(path)) return judgeCapture(path, source, target, verdict);
  // A hidden listener is not less than a visible participant: neither may be turned into the other.
  if (path === "rights.visible" && verdict === "narrowed") return "incomparable";
  return verdict;
}
