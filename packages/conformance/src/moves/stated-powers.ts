import { isWithheld, rights, type Said } from "../order/index.js";
import { plainValue } from "../report/plain-value.js";
import { grantAt } from "../subject/example-values.js";
import type { Source } from "./source.js";

/** One path at which an adapter reads its own token in two ways. */
export interface Contradiction {
  readonly path: string;
  /** What the grant states; undefined where it is silent. */
  readonly grant: unknown;
  /** What the authority surely is. */
  readonly authority: unknown;
}

/** A denial that somebody may lift is one that the token states, all the same. */
const isDenied = (can: Said): boolean => isWithheld(can) || can === "deny, liftable";

/**
 * Where an adapter reads its own token in two ways: what the grant states is not what the authority surely is. A limit
 * that is stated and not held, or a right that is denied and not withheld, is how rights widen unnoticed.
 */
export function contradictions({ decoded: { grant }, powers }: Source): readonly Contradiction[] {
  const { entry, participant, notBefore, expiresAt, stay, automation } = grant;
  const { walksIn, person, from, until, maxSeconds, endsAtExpiry, room, startsRecording, startsTranscription } = powers;
  type Check = readonly [path: string, holds: boolean, stated: unknown, authority: unknown];
  const checks: readonly Check[] = [
    ["entry", entry === undefined || walksIn.least === (entry === "direct"), entry, { walksIn: walksIn.least }],
    ["participant.id", participant?.id === undefined || person.least === participant.id, participant?.id, person.least],
    ["notBefore", notBefore === undefined || from.least === notBefore, notBefore, from.least],
    ["expiresAt", expiresAt === undefined || until.least === (expiresAt ?? "never"), expiresAt, until.least],
    [
      "stay.maxSeconds",
      stay?.maxSeconds === undefined || maxSeconds.least <= Math.max(0, stay.maxSeconds),
      stay?.maxSeconds,
      maxSeconds.least,
    ],
    ["stay.endsAtExpiry", stay?.endsAtExpiry !== true || endsAtExpiry.least, stay?.endsAtExpiry, endsAtExpiry.least],
    ["room", typeof grant.room !== "string" || room.least === grant.room, grant.room, room.least],
    [
      "automation.record",
      (automation?.record !== undefined) === (startsRecording !== undefined),
      automation?.record,
      startsRecording,
    ],
    [
      "automation.transcribe",
      (automation?.transcribe !== undefined) === (startsTranscription !== undefined),
      automation?.transcribe,
      startsTranscription,
    ],
    ...rights.map((right): Check => {
      const said = grantAt(grant, right);
      const can = powers.can[right];
      const isOwnWord = can === "allow" || can === "deny";
      // A selection or a list of ways may be one of nothing at all.
      const isPlain = typeof said === "boolean";
      const isSilent = said === undefined && isOwnWord && !(right in powers.words);
      const holds = isPlain ? isDenied(can) !== said : !isSilent;
      return [right, holds, said, can];
    }),
  ];
  return checks
    .filter(([, holds]) => !holds)
    .map(([path, , stated, authority]) => ({ path, grant: plainValue(stated), authority: plainValue(authority) }));
}
