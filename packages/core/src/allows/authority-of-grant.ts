import type { Authority, Bounds } from "../authority/authority.js";
import { readingsOfRights } from "../authority/ceilings.js";
import type { Entry, Grant } from "../grant/grant.js";

const exactly = <Value>(value: Value): Bounds<Value> => ({ lowest: value, highest: value });

/** Silence leaves it to the room: at least a guest who asks, at most one who walks in. */
function entryBounds(entry: Entry | undefined): Bounds<Entry> {
  return entry === undefined ? { lowest: "ask", highest: "direct" } : exactly(entry);
}

/**
 * What a grant states, as an authority: an explicit `true` is `allow`, an explicit `false` is `deny`, and what is
 * absent is `unknown`, since no vendor is there whose defaults could be asked. An entry that is not stated may be
 * either; a limit that is not stated is no limit.
 */
export function authorityOfGrant(grant: Grant): Authority {
  const { participant, stay, automation } = grant;
  return {
    purpose: exactly(grant.purpose),
    room: exactly(grant.room),
    window: exactly({ notBefore: grant.notBefore ?? 0, expiresAt: grant.expiresAt }),
    stay: exactly({ maxSeconds: stay?.maxSeconds ?? null, endsAtExpiry: stay?.endsAtExpiry ?? false }),
    entry: entryBounds(grant.entry),
    identity: exactly(participant?.id ?? null),
    ...readingsOfRights(grant.rights),
    automation: automation ?? {},
    statements: { entry: grant.entry ?? null, expiresAt: grant.expiresAt ?? null },
  };
}
