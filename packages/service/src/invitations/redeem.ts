import { findCaller, isGone } from "../auth/authenticate.js";
import { ServiceError } from "../errors/service-error.js";
import { unavailable } from "../errors/unavailable.js";
import { parseInput } from "../http/parse-input.js";
import { requireClock } from "../operations/allowed.js";
import { audited } from "../operations/audited.js";
import { mint } from "../operations/issue.js";
import { prepareGrant } from "../operations/prepare-grant.js";
import { type ReadPolicy, readPolicy } from "../policy/read-policy.js";
import { redeemRequest } from "../schemas/tokens.js";
import type { Answer, Call } from "../service/call.js";
import { type InvitationClaims, readInvitation } from "./invitation.js";
import { requireInvitations } from "./invite.js";

/** The policy of who invited, as it is now: who may no longer invite has no valid invitations. */
async function policyNow(call: Call, { caller }: InvitationClaims): Promise<ReadPolicy> {
  const found = await findCaller(call.context.callers, caller);
  const read = found === undefined || isGone(found, call.now) ? undefined : readPolicy(found.policy);
  if (read === undefined || !read.operations.has("invite")) throw new ServiceError("http.invitation");
  return read;
}

/** Uses the invitation up. A store that cannot remember it lets nobody in. */
async function useUp(call: Call, { jti, iat, exp }: InvitationClaims): Promise<void> {
  let outcome: "first" | "used" | "full";
  try {
    // Kept a while beyond its end, for instances whose clocks are behind.
    outcome = await call.context.store.useOnce(`invitation:${jti}`, exp + 300, iat);
  } catch (error) {
    throw unavailable(error);
  }
  if (outcome === "used") throw new ServiceError("http.invitation-used");
  if (outcome !== "first") throw unavailable(new Error("The store has no room for one-time ids."));
}

/**
 * `POST /v1/invitations/redeem`: a token for an invitation, once. It is used up before the token is made: should that
 * fail, the invitation is lost rather than good for two.
 */
export function redeem(call: Call): Promise<Answer> {
  const { keys } = requireInvitations(call);
  return audited(call, "redeem", async (draft) => {
    const input = parseInput(redeemRequest, call.body);
    requireClock(call);
    const claims = await readInvitation(input.invitation, keys, call.now);
    draft.caller = claims.caller;
    draft.invitation = claims.jti;
    const policy = await policyNow(call, claims);
    const provider = policy.providers.has(claims.provider) ? call.context.providers.get(claims.provider) : undefined;
    if (provider === undefined) throw new ServiceError("http.invitation");
    draft.provider = claims.provider;
    const prepared = prepareGrant(claims.grant, provider, policy, call.now, draft);
    await useUp(call, claims);
    const { body } = await mint(claims.provider, provider, prepared, draft);
    return { status: 200, body };
  });
}
