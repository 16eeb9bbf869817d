import type { Authority, StatedReading } from "../authority/authority.js";
import { readingsOfRights } from "../authority/ceilings.js";
import { hasExceptions, withoutStatements } from "../authority/statements.js";
import { type Assume, readSource } from "../authority/verdict.js";
import type { Grant, SubscribeKinds, SubscribeSelection } from "../grant/grant.js";
import { subscribeKinds } from "../grant/kinds.js";
import { capturePaths, type RightPath, rightPaths } from "../grant/right-path.js";

function allKinds(value: boolean): SubscribeKinds {
  return { microphone: value, camera: value, screen: value, screenAudio: value, custom: value };
}

function meetKinds(a: boolean | SubscribeKinds, b: boolean | SubscribeKinds): SubscribeKinds {
  const left = typeof a === "boolean" ? allKinds(a) : a;
  const right = typeof b === "boolean" ? allKinds(b) : b;
  const result = allKinds(false);
  return { ...result, ...Object.fromEntries(subscribeKinds.map((kind) => [kind, left[kind] && right[kind]])) };
}

function kindsOf(selection: SubscribeSelection, sender: string): SubscribeKinds {
  const base = typeof selection.base === "boolean" ? allKinds(selection.base) : selection.base;
  const own = selection.byParticipantId?.[sender];
  if (own === undefined) return base;
  return typeof own === "boolean" ? allKinds(own) : { ...base, ...own };
}

/** What both selections let through. */
export function meetSelections(a: SubscribeSelection, b: SubscribeSelection): SubscribeSelection {
  const senders = [
    ...new Set([...Object.keys(a.byParticipantId ?? {}), ...Object.keys(b.byParticipantId ?? {})]),
  ].sort();
  const base = meetKinds(a.base, b.base);
  if (senders.length === 0) return { base };
  return {
    base,
    byParticipantId: Object.fromEntries(
      senders.map((sender) => [sender, meetKinds(kindsOf(a, sender), kindsOf(b, sender))]),
    ),
  };
}

/**
 * Whether some modes or kinds can be selected from a right: where the source is silent, no more than what its default
 * gives, and what it is not documented to give cannot be selected from.
 */
function canSelectFrom(reading: StatedReading, assume: Assume): boolean {
  const counted = readSource(reading, assume);
  return counted === "allow" || counted === "default(allow)";
}

/** What `narrow` made of the rights. */
export interface NarrowedRights {
  readonly authority: Authority;
  readonly touched: ReadonlySet<RightPath>;
  /** The rights of which a part was selected although the source only allows them by default. */
  readonly fromDefault: ReadonlySet<RightPath>;
}

/** Intersects the rights of a source with the caller's; what the source said word for word gives way to `narrow`. */
export function narrowRights(authority: Authority, rights: Grant["rights"], assume: Assume): NarrowedRights {
  const narrow = readingsOfRights(rights);
  const readings: Record<RightPath, StatedReading> = { ...authority.rights };
  const modes = { ...authority.modes };
  const touched = new Set<RightPath>();
  const fromDefault = new Set<RightPath>();
  const select = (path: RightPath, isSomething: boolean): boolean => {
    const gives = isSomething && canSelectFrom(readings[path], assume);
    if (gives && readings[path] !== "allow") fromDefault.add(path);
    readings[path] = gives ? "allow" : "deny";
    touched.add(path);
    return gives;
  };

  for (const path of rightPaths) {
    // A denial with exceptions becomes a whole one by being said.
    if (narrow.rights[path] !== "deny" || (readings[path] === "deny" && !hasExceptions(path, authority))) continue;
    readings[path] = "deny";
    touched.add(path);
  }
  for (const path of capturePaths) {
    const list = narrow.modes[path];
    if (list === undefined || readings[path] === "deny") continue;
    const had = readings[path] === "allow" ? modes[path] : undefined;
    const met = had === undefined ? list : list.filter((mode) => had.includes(mode));
    if (select(path, met.length > 0)) modes[path] = met;
  }
  const { subscribeSelection, ...rest } = authority;
  let selection = readings["rights.subscribe"] === "deny" ? undefined : subscribeSelection;
  if (narrow.subscribeSelection !== undefined) {
    if (readings["rights.subscribe"] !== "deny") {
      const gives = select("rights.subscribe", true);
      selection = gives ? meetSelections(subscribeSelection ?? { base: true }, narrow.subscribeSelection) : undefined;
    } else if (hasExceptions("rights.subscribe", authority)) {
      touched.add("rights.subscribe");
    }
  }
  const narrowed = {
    ...rest,
    rights: readings,
    modes,
    ...(selection === undefined ? {} : { subscribeSelection: selection }),
  };
  return { authority: withoutStatements(narrowed, touched), touched, fromDefault };
}
