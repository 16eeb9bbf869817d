import { isWithheld, rights } from "../order/index.js";
import { grantAt } from "../subject/example-values.js";
import type { Source } from "./reading.js";

/**
 * Paths at which an adapter reads its own token in two ways: what the grant states is not what the authority surely is.
 * A limit that is stated and not held, or a right that is denied and not withheld, is how rights widen unnoticed.
 */
export function contradictions({ decoded: { grant }, powers }: Source): readonly string[] {
  const { entry, participant, notBefore, expiresAt, stay, automation } = grant;
  const checks: readonly (readonly [string, boolean])[] = [
    ["entry", entry === undefined || powers.walksIn.least === (entry === "direct")],
    ["participant.id", participant?.id === undefined || powers.person.least === participant.id],
    ["notBefore", notBefore === undefined || powers.from.least === notBefore],
    ["expiresAt", expiresAt === undefined || powers.until.least === (expiresAt ?? "never")],
    ["stay.maxSeconds", stay?.maxSeconds === undefined || powers.maxSeconds.least <= stay.maxSeconds],
    ["stay.endsAtExpiry", stay?.endsAtExpiry !== true || powers.endsAtExpiry.least],
    ["room", typeof grant.room !== "string" || powers.room.least === grant.room],
    ["automation.record", (automation?.record !== undefined) === (powers.startsRecording !== undefined)],
    ["automation.transcribe", (automation?.transcribe !== undefined) === (powers.startsTranscription !== undefined)],
    ...rights.map((right) => {
      const said = grantAt(grant, right);
      const can = powers.can[right];
      const holds = said === undefined ? can !== "allow" || right in powers.words : said !== false || isWithheld(can);
      return [right, holds] as const;
    }),
  ];
  return checks.filter(([, holds]) => !holds).map(([path]) => path);
}
