import { sameValue } from "../grant/compare-values.js";
import {
  type FieldPath,
  fieldPaths,
  type GrantPath,
  isCapturePath,
  isRightPath,
  type RightPath,
  rightPaths,
} from "../grant/right-path.js";
import type { Authority, Bounds } from "./authority.js";
import { type ComponentVerdict, judgeRight } from "./compare-rights.js";
import {
  type Order,
  orderAutomation,
  orderEnds,
  orderEndsAtExpiry,
  orderEntries,
  orderIdentities,
  orderPurposes,
  orderRooms,
  orderStarts,
  orderStaySeconds,
} from "./order.js";
import { hasExceptions, type WordingContext, wordingOf } from "./statements.js";
import { plainReading, type VerdictContext } from "./verdict.js";

export interface ComparisonContext extends VerdictContext, WordingContext {
  /** Unix seconds; only what can still be done counts. */
  readonly now: number;
  /** How the target's vendor compares room names. */
  readonly normalizeRoom: (name: string) => string;
}

/** How one component of the target compares with the source, with both values as a person would name them. */
export interface Difference {
  readonly path: GrantPath;
  readonly verdict: ComponentVerdict;
  readonly from: unknown;
  readonly to: unknown;
}

/** Every path that has an order and is not a right. */
export type OrderedPath = Exclude<
  FieldPath,
  `participant.${"name" | "email" | "avatarUrl" | "metadata"}` | `start.${string}` | `client.${string}`
>;

interface Component {
  /** The value that both sides are asked for, for the reader and for reflexivity. */
  readonly value: (authority: Authority) => Bounds<unknown>;
  /** `highest(target)` against `lowest(source)`. */
  readonly order: (target: Authority, source: Authority, context: ComparisonContext) => Order;
}

function sameTenant(target: Authority, source: Authority, context: ComparisonContext): boolean {
  return context.sameVendor && source.tenant !== undefined && source.tenant === target.tenant;
}

const bounds = <Value>(lowest: Value, highest: Value): Bounds<Value> => ({ lowest, highest });

/** Every component that has an order and is not a right. */
const components: Readonly<Record<OrderedPath, Component>> = {
  purpose: {
    value: (authority) => authority.purpose,
    order: (target, source, { sameVendor }) => orderPurposes(target.purpose.highest, source.purpose.lowest, sameVendor),
  },
  room: {
    value: (authority) => authority.room,
    order: (target, source, context) =>
      orderRooms(target.room.highest, source.room.lowest, {
        sameTenant: context.samePlace || sameTenant(target, source, context),
        normalizeRoom: context.normalizeRoom,
      }),
  },
  "participant.id": {
    value: (authority) => authority.identity,
    order: (target, source) => orderIdentities(target.identity.highest, source.identity.lowest),
  },
  notBefore: {
    value: ({ window }) => bounds(window.lowest.notBefore, window.highest.notBefore),
    order: (target, source, context) => orderStarts(target.window.highest, source.window.lowest, context.now),
  },
  expiresAt: {
    value: ({ window }) => bounds(window.lowest.expiresAt, window.highest.expiresAt),
    order: (target, source) => orderEnds(target.window.highest, source.window.lowest),
  },
  "stay.endsAtExpiry": {
    value: ({ stay }) => bounds(stay.lowest.endsAtExpiry, stay.highest.endsAtExpiry),
    order: (target, source) => orderEndsAtExpiry(target.stay.highest.endsAtExpiry, source.stay.lowest.endsAtExpiry),
  },
  "stay.maxSeconds": {
    value: ({ stay }) => bounds(stay.lowest.maxSeconds, stay.highest.maxSeconds),
    order: (target, source) => orderStaySeconds(target.stay.highest.maxSeconds, source.stay.lowest.maxSeconds),
  },
  entry: {
    value: (authority) => authority.entry,
    order: (target, source) => orderEntries(target.entry.highest, source.entry.lowest),
  },
  "automation.record": {
    value: ({ automation }) => bounds(automation.record, automation.record),
    order: (target, source) => orderAutomation(target.automation.record, source.automation.record),
  },
  "automation.transcribe": {
    value: ({ automation }) => bounds(automation.transcribe, automation.transcribe),
    order: (target, source) => orderAutomation(target.automation.transcribe, source.automation.transcribe),
  },
};

export function isOrderedPath(path: GrantPath): path is OrderedPath {
  return path in components;
}

const orderedPaths = fieldPaths.filter(isOrderedPath);

const verdictOfOrder: Readonly<Record<Order, ComponentVerdict>> = {
  equal: "equal",
  narrower: "narrowed",
  wider: "wider",
  incomparable: "incomparable",
};

/** Compares one component that is not a right, as `compareAuthority` does. */
export function compareComponent(
  path: OrderedPath,
  source: Authority,
  target: Authority,
  context: ComparisonContext,
): Difference {
  const component = components[path];
  const from = component.value(source);
  const to = component.value(target);
  const isSame = context.samePlace && wordingOf(path, source, target, context) === "same" && sameValue(from, to);
  const verdict = isSame ? "equal" : verdictOfOrder[component.order(target, source, context)];
  return { path, verdict, from: from.lowest, to: to.highest };
}

function describeRight(authority: Authority, path: RightPath): unknown {
  const reading = plainReading(authority.rights[path]);
  const modes = isCapturePath(path) && reading === "allow" ? authority.modes?.[path] : undefined;
  const selection = path === "rights.subscribe" ? authority.subscribeSelection : undefined;
  const exceptions = hasExceptions(path, authority);
  if (modes === undefined && selection === undefined && !exceptions) return reading;
  return {
    reading,
    ...(modes === undefined ? {} : { modes }),
    ...(selection === undefined ? {} : { selection }),
    ...(exceptions ? { exceptions } : {}),
  };
}

/** What one component of an authority says at least, as differences show it. */
export function componentValue(authority: Authority, path: GrantPath): unknown {
  if (isRightPath(path)) return describeRight(authority, path);
  return isOrderedPath(path) ? components[path].value(authority).lowest : undefined;
}

/**
 * Compares everything that has an order, component by component, in the order of `grantPaths`.
 *
 * The rule is `highest(target)` within `lowest(source)`. Where both tokens are of one vendor, account and room, the same
 * statement, word for word, is equal whatever the vendor makes of it. Total: it never throws and lists equal components too.
 */
export function compareAuthority(source: Authority, target: Authority, context: ComparisonContext): Difference[] {
  const differences: Difference[] = [];
  for (const path of orderedPaths) differences.push(compareComponent(path, source, target, context));
  for (const path of rightPaths) {
    differences.push({
      path,
      verdict: judgeRight(path, source, target, context),
      from: describeRight(source, path),
      to: describeRight(target, path),
    });
  }
  return differences;
}

/** Whether a difference lets the target's holder do something that the source's holder could not surely do. */
export function isGain(difference: Difference): boolean {
  return difference.verdict === "wider" || difference.verdict === "incomparable";
}
