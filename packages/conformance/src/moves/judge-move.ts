import type { Translated } from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import type { Loss } from "../cases/case.js";
import { compare, gains, powersOfAuthority } from "../order/index.js";
import { sameValue } from "../run/same-value.js";
import { actualMove, linesOf, pathsOf, unfolded } from "./actual-move.js";
import { type ExpectedMove, expectedMove } from "./expected-move.js";
import { type Source, sourceOfNative } from "./source.js";
import { contradictions } from "./stated-powers.js";
import { type MovePolicy, targetRequest } from "./target-request.js";

/** Everything about one translation that has an expectation. */
export interface Verdict {
  /** Paths at which it is refused; empty where it is accepted. */
  readonly refused: readonly string[];
  /** `path kind`; empty where it is refused. */
  readonly report: readonly string[];
  /** Laws that do not hold. */
  readonly broken: readonly string[];
}

export interface Judgement {
  readonly expected: Verdict;
  readonly actual: Verdict;
  readonly move: ExpectedMove;
  readonly moved: Translated | undefined;
  readonly losses: readonly Loss[];
}

const contentOf = ({ properties, unknown }: Source["native"]): unknown => [properties, unknown];

/** What a second translation makes of a token. */
interface Onward {
  readonly native?: Source["native"];
  readonly report: readonly string[];
  readonly refused: readonly string[];
}

/** Who translates once more for the laws: core, or the suite alone, which is faster and has been compared with core. */
export type Driver = (source: Source, to: AnyAdapter, now: number, policy?: Pick<MovePolicy, "assume">) => Onward;

export const drivenByCore: Driver = (source, to, now, policy = {}) => {
  const { moved, refused = [] } = actualMove(source, to, now, { ...policy, allowNoExpiry: true });
  return moved === undefined
    ? { report: [], refused: pathsOf(refused) }
    : { native: moved.native, report: linesOf(moved.report), refused: [] };
};

export const drivenBySuite: Driver = (source, to, now, policy = {}) => {
  const { native, report, refused } = expectedMove(source, to, now, { ...policy, allowNoExpiry: true });
  return refused.length > 0 ? { report: [], refused } : { native, report, refused };
};

/** Whether a token is what its own vendor makes of it: by way of the wire, by writing it once more, by translating it. */
function brokenAtHome(token: Source, name: string, now: number, driver: Driver): string[] {
  const { adapter, native, decoded, authority } = token;
  const again = driver(token, adapter, now);
  // Where nobody says what a missing expiry means, one is asked for, whatever else is true.
  const isEndless = authority.window.lowest.expiresAt === undefined;
  const isSame =
    again.native === undefined
      ? isEndless && again.refused.join() === "expiresAt"
      : sameValue(contentOf(again.native), contentOf(native));
  const written = adapter.encode(targetRequest(decoded, authority, true, {})).native;
  const differs = contradictions(token).map(({ path }) => path);
  return [
    ...(isSame ? [] : [`${name}: changed by its own vendor`]),
    ...(again.report.length === 0 ? [] : [`${name}: its own vendor reports ${again.report}`]),
    ...(sameValue(contentOf(written), contentOf(native)) ? [] : [`${name}: written differently from its own words`]),
    ...(differs.length === 0 ? [] : [`${name}: states what it does not hold at ${differs}`]),
  ];
}

/**
 * What somebody gains whose token goes there and comes back, with as much taken for granted on either way: a silence that
 * nobody trusted on the way there may allow by default here what it denies by default at home.
 */
function gainsOfReturn(source: Source, token: Source, now: number, { assume }: MovePolicy, driver: Driver): string[] {
  const { native } = driver(token, source.adapter, now, assume === undefined ? {} : { assume });
  if (native === undefined) return [];
  const powers = powersOfAuthority(source.adapter.authority(native, {}));
  const gained = gains(compare(source.powers, powers, { now, sameVendor: true, samePlace: true }));
  return gained.length === 0 ? [] : [`gained by coming back at ${gained}`];
}

interface Way {
  readonly now: number;
  readonly policy: MovePolicy;
  readonly driver: Driver;
}

function brokenBy(source: Source, moved: Translated, move: ExpectedMove, { now, policy, driver }: Way): string[] {
  const token = sourceOfNative(move.to, moved.native);
  return [
    ...(sameValue(contentOf(moved.native), contentOf(move.native)) ? [] : ["encoded in two ways"]),
    ...(sameValue(contentOf(token.native), contentOf(moved.native)) ? [] : ["lost something on the wire"]),
    ...brokenAtHome(token, "the new token", now, driver),
    ...gainsOfReturn(source, token, now, policy, driver),
  ];
}

/**
 * Translates one token, and holds what came of it against the suite's own order and against the laws: accepted exactly
 * where nothing is wider, reported path by path, changed no more by moving on, and worth no more after coming back.
 */
export function judgeMove(
  source: Source,
  to: AnyAdapter,
  now: number,
  policy: MovePolicy = {},
  driver: Driver = drivenByCore,
): Judgement {
  const move = expectedMove(source, to, now, policy);
  const { moved, refused = [] } = actualMove(source, to, now, policy);
  const isAccepted = move.refused.length === 0;
  return {
    expected: { refused: move.refused, report: isAccepted ? move.report : [], broken: [] },
    actual: {
      refused: pathsOf(refused),
      report: moved === undefined ? [] : linesOf(moved.report),
      broken: moved === undefined ? [] : brokenBy(source, moved, move, { now, policy, driver }),
    },
    move,
    moved,
    losses: unfolded(moved?.report ?? []).map(({ path, kind }) => ({
      from: source.adapter.vendor,
      to: to.vendor,
      path,
      kind,
    })),
  };
}

/** What a token's own vendor makes of it; for tokens that the adapter minted itself. */
export const judgeAtHome = (source: Source, now: number): readonly string[] =>
  brokenAtHome(source, "the token", now, drivenByCore);
