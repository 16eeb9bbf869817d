import type { Ceiling } from "../adapter/ceiling.js";
import type { Draft } from "../grant/draft.js";
import type { CaptureMode, Grant, Rights, SubscribeSelection } from "../grant/grant.js";
import { type CapturePath, capturePaths, type RightPath } from "../grant/right-path.js";
import { type RightValue, rightValue } from "../grant/right-value.js";
import type { Authority, StatedReading } from "./authority.js";
import type { VerdictContext } from "./verdict.js";

const nothing: ReadonlySet<RightPath> = new Set();

function readingOf(value: RightValue | undefined): StatedReading {
  return value === undefined ? "unknown" : value === false ? "deny" : "allow";
}

/** The readings of a grant's explicit statements; a right that it does not mention reads as `unknown`. */
export function readingsOfRights(rights: Rights | undefined): {
  rights: Record<RightPath, StatedReading>;
  modes: { [path in CapturePath]?: readonly CaptureMode[] };
  subscribeSelection?: SubscribeSelection;
} {
  const { publish, moderate } = rights ?? {};
  // Written out, as in the adapters: this runs for every token that is issued.
  const readings: Record<RightPath, StatedReading> = {
    "rights.publish.microphone": readingOf(publish?.microphone),
    "rights.publish.camera": readingOf(publish?.camera),
    "rights.publish.screen": readingOf(publish?.screen),
    "rights.publish.screenAudio": readingOf(publish?.screenAudio),
    "rights.publish.custom": readingOf(publish?.custom),
    "rights.publish.data": readingOf(publish?.data),
    "rights.subscribe": readingOf(rights?.subscribe),
    "rights.visible": readingOf(rights?.visible),
    "rights.moderate.media": readingOf(moderate?.media),
    "rights.moderate.remove": readingOf(moderate?.remove),
    "rights.moderate.permissions": readingOf(moderate?.permissions),
    "rights.admit": readingOf(rights?.admit),
    "rights.record": readingOf(rights?.record),
    "rights.livestream": readingOf(rights?.livestream),
    "rights.transcribe": readingOf(rights?.transcribe),
  };
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
  const { rights, modes, subscribeSelection } = readingsOfRights(grant.rights);
  const ceiling: Draft<Ceiling> = {
    rights,
    modes,
    allowWidening: nothing,
    assume: "documented-defaults",
    sameVendor: false,
    samePlace: false,
    purpose: "issue",
  };
  if (subscribeSelection !== undefined) ceiling.subscribeSelection = subscribeSelection;
  if (grant.entry !== undefined) ceiling.entry = grant.entry;
  return ceiling;
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
