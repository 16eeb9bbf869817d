import type {
  AutomatedCapture,
  CaptureMode,
  Entry,
  Purpose,
  RoomScope,
  SubscribeKind,
  SubscribeSelection,
} from "../grant/grant.js";
import { subscribeKinds } from "../grant/kinds.js";
import type { JoinWindow } from "./authority.js";

export { subscribeKinds };

/** How much the inner value gives, compared with the outer one. */
export type Order = "equal" | "narrower" | "wider" | "incomparable";

export function orderSets<Item>(inner: readonly Item[], outer: readonly Item[]): Order {
  if (inner.length === 1 && outer.length === 1) return inner[0] === outer[0] ? "equal" : "incomparable";
  const [within, around] = [new Set(inner), new Set(outer)];
  const isWithin = inner.every((item) => around.has(item));
  const isAround = outer.every((item) => within.has(item));
  if (isWithin) return isAround ? "equal" : "narrower";
  return isAround ? "wider" : "incomparable";
}

/**
 * What tokens are for. The server API of one vendor is never a part of another's: what a call there may do to other rooms,
 * recordings and accounts has no neutral words, so that nothing bounds it.
 */
export function orderPurposes(inner: readonly Purpose[], outer: readonly Purpose[], sameVendor: boolean): Order {
  return !sameVendor && inner.includes("api") ? "wider" : orderSets(inner, outer);
}

export function orderEntries(inner: Entry, outer: Entry): Order {
  if (inner === outer) return "equal";
  return inner === "ask" ? "narrower" : "wider";
}

/** Whom a token is bound to: bound gives less than unbound; two ids are two people. */
export function orderIdentities(inner: string | null, outer: string | null): Order {
  if (inner === outer) return "equal";
  if (outer === null) return "narrower";
  return inner === null ? "wider" : "incomparable";
}

/** `null` is no limit. */
export function orderStaySeconds(inner: number | null, outer: number | null): Order {
  if (inner === outer) return "equal";
  if (outer === null) return "narrower";
  return inner !== null && inner < outer ? "narrower" : "wider";
}

export function orderEndsAtExpiry(inner: boolean, outer: boolean): Order {
  if (inner === outer) return "equal";
  return inner ? "narrower" : "wider";
}

/** When somebody can join first, from `now` on: what lies in the past makes no difference. */
export function orderStarts(inner: JoinWindow, outer: JoinWindow, now: number): Order {
  const innerStart = Math.max(inner.notBefore, now);
  const outerStart = Math.max(outer.notBefore, now);
  if (innerStart === outerStart) return "equal";
  return innerStart > outerStart ? "narrower" : "wider";
}

/** When nobody can join any more; an expiry that nobody knows cannot be compared. */
export function orderEnds(inner: JoinWindow, outer: JoinWindow): Order {
  if (inner.expiresAt === undefined || outer.expiresAt === undefined) return "incomparable";
  if (inner.expiresAt === outer.expiresAt) return "equal";
  if (outer.expiresAt === null) return "narrower";
  return inner.expiresAt !== null && inner.expiresAt < outer.expiresAt ? "narrower" : "wider";
}

export interface RoomOrderContext {
  /** Both scopes belong to one account: only then does "every room" mean the same rooms. */
  readonly sameTenant: boolean;
  readonly normalizeRoom: (name: string) => string;
}

/** The names of a scope, or `undefined` for a pattern or every room. */
export function roomNames(scope: RoomScope): readonly string[] | undefined {
  if (typeof scope === "string") return [scope];
  return "anyOf" in scope ? scope.anyOf : undefined;
}

export function orderRooms(inner: RoomScope, outer: RoomScope, context: RoomOrderContext): Order {
  const innerNames = roomNames(inner);
  const outerNames = roomNames(outer);
  if (innerNames !== undefined && outerNames !== undefined) {
    return orderSets(innerNames.map(context.normalizeRoom), outerNames.map(context.normalizeRoom));
  }
  const innerIsAny = typeof inner === "object" && "any" in inner;
  const outerIsAny = typeof outer === "object" && "any" in outer;
  if (outerIsAny) {
    if (!context.sameTenant) return "incomparable";
    return innerIsAny ? "equal" : "narrower";
  }
  if (innerIsAny) return "wider";
  if (typeof inner === "object" && "pattern" in inner && typeof outer === "object" && "pattern" in outer) {
    return inner.pattern === outer.pattern && inner.dialect === outer.dialect ? "equal" : "incomparable";
  }
  return "incomparable";
}

/** Modes of a capture right; `undefined` is every mode. */
export function orderModes(
  inner: readonly CaptureMode[] | undefined,
  outer: readonly CaptureMode[] | undefined,
): Order {
  if (inner === undefined || outer === undefined) {
    if (inner === outer) return "equal";
    return inner === undefined ? "wider" : "narrower";
  }
  return orderSets(inner, outer);
}

function receives(selection: SubscribeSelection, sender: string | undefined, kind: SubscribeKind): boolean {
  const own = sender === undefined ? undefined : selection.byParticipantId?.[sender];
  const particular = typeof own === "boolean" ? own : own?.[kind];
  if (particular !== undefined) return particular;
  return typeof selection.base === "boolean" ? selection.base : selection.base[kind];
}

/** Compares what is received kind by kind, for every sender named on either side and for everybody else. */
export function orderSelections(inner: SubscribeSelection, outer: SubscribeSelection): Order {
  const senders = [undefined, ...Object.keys(inner.byParticipantId ?? {}), ...Object.keys(outer.byParticipantId ?? {})];
  let result: Order = "equal";
  for (const sender of senders) {
    for (const kind of subscribeKinds) {
      const innerReceives = receives(inner, sender, kind);
      const outerReceives = receives(outer, sender, kind);
      if (innerReceives === outerReceives) continue;
      const here: Order = innerReceives ? "wider" : "narrower";
      result = result === "equal" || result === here ? here : "incomparable";
    }
  }
  return result;
}

/** Something that starts by itself; starting nothing gives less than starting something. */
export function orderAutomation(inner: AutomatedCapture | undefined, outer: AutomatedCapture | undefined): Order {
  if (inner === undefined || outer === undefined) {
    if (inner === outer) return "equal";
    return inner === undefined ? "narrower" : "wider";
  }
  return inner.mode === outer.mode ? "equal" : "incomparable";
}
