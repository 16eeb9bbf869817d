import type { Authority } from "../authority/authority.js";
import type { Grant, Participant, RoomScope, Stay } from "../grant/grant.js";

function stayOf(authority: Authority, stated: Stay | undefined): Stay | undefined {
  const { maxSeconds, endsAtExpiry } = authority.stay.lowest;
  const stay: Stay = {
    ...(maxSeconds === null ? {} : { maxSeconds }),
    ...(endsAtExpiry || stated?.endsAtExpiry !== undefined ? { endsAtExpiry } : {}),
  };
  return Object.keys(stay).length === 0 ? undefined : stay;
}

function participantOf(authority: Authority, stated: Participant | undefined): Participant | undefined {
  const { id: _id, ...description } = stated ?? {};
  const id = authority.identity.lowest;
  const participant: Participant = { ...(id === null ? {} : { id }), ...description };
  return Object.keys(participant).length === 0 ? undefined : participant;
}

/** Whoever joins and calls an API goes on to join: the API of another vendor is another one. */
function purposeOf({ purpose }: Authority, sameVendor: boolean): Grant["purpose"] {
  return !sameVendor && purpose.lowest.includes("participant") ? ["participant"] : purpose.lowest;
}

/**
 * The grant that the target is asked to carry: what the source surely grants, limits included, and its descriptions.
 * An entry stays unsaid where the source did not say it and everybody walks in.
 */
export function targetGrant(authority: Authority, stated: Grant, room: RoomScope, sameVendor: boolean): Grant {
  const { notBefore, expiresAt } = authority.window.lowest;
  const stay = stayOf(authority, stated.stay);
  const participant = participantOf(authority, stated.participant);
  const entry = authority.entry.lowest;
  return {
    purpose: purposeOf(authority, sameVendor),
    room,
    ...(participant === undefined ? {} : { participant }),
    ...(notBefore === 0 ? {} : { notBefore }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(stay === undefined ? {} : { stay }),
    ...(stated.entry === undefined && entry === "direct" ? {} : { entry }),
    ...(stated.rights === undefined ? {} : { rights: stated.rights }),
    ...(stated.start === undefined ? {} : { start: stated.start }),
    ...(stated.automation === undefined ? {} : { automation: stated.automation }),
    ...(stated.client === undefined ? {} : { client: stated.client }),
  };
}
