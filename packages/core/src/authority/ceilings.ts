import type { Ceiling } from "../adapter/ceiling.js";
import type { CaptureMode, Grant, Rights, SubscribeSelection } from "../grant/grant.js";
import { type CapturePath, capturePaths, type RightPath, rightPaths } from "../grant/right-path.js";
import { rightValue } from "../grant/right-value.js";
import type { Authority, StatedReading } from "./authority.js";
import type { VerdictContext } from "./verdict.js";

const nothing: ReadonlySet<RightPath> = new Set();

/** The readings of a grant's explicit statements; a right that it does not mention reads as `unknown`. */
export function readingsOfRights(rights: Rights | undefined): {
  rights: Record<RightPath, StatedReading>;
  modes: { [path in CapturePath]?: readonly CaptureMode[] };
  subscribeSelection?: SubscribeSelection;
} {
  const readings = {} as Record<RightPath, StatedReading>;
  for (const path of rightPaths) {
    const value = rightValue(rights, path);
    readings[path] = value === undefined ? "unknown" : value === false ? "deny" : "allow";
  }
  const modes: { [path in CapturePath]?: readonly CaptureMode[] } = {};
  for (const path of capturePaths) {
    const value = rightValue(rights, path);
    if (Array.isArray(value)) modes[path] = value;
  }
  const subscribe = rights?.subscribe;
  return {
    rights: readings,
    modes,
    ...(typeof subscribe === "object" ? { subscribeSelection: subscribe } : {}),
  };
}

/** The ceiling for issuing: what the grant says, and nothing that it does not say. */
export function ceilingOfGrant(grant: Grant): Ceiling {
  return {
    ...readingsOfRights(grant.rights),
    ...(grant.entry === undefined ? {} : { entry: grant.entry }),
    allowWidening: nothing,
    assume: "documented-defaults",
    sameVendor: false,
    samePlace: false,
    purpose: "issue",
  };
}

/** The ceiling for moving a token: what its authority surely gives. */
export function ceilingOfAuthority(
  authority: Authority,
  context: VerdictContext,
  allowWidening: ReadonlySet<RightPath> = nothing,
): Ceiling {
  return {
    rights: authority.rights,
    ...(authority.modes === undefined ? {} : { modes: authority.modes }),
    ...(authority.subscribeSelection === undefined ? {} : { subscribeSelection: authority.subscribeSelection }),
    ...(authority.statements === undefined ? {} : { statements: authority.statements }),
    entry: authority.entry.lowest,
    allowWidening,
    assume: context.assume,
    sameVendor: context.sameVendor,
    samePlace: context.samePlace,
    purpose: "translate",
  };
}
