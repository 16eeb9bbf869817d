import { ServiceError } from "../errors/service-error.js";
import { parseInput } from "../http/parse-input.js";
import { keyOf, providersCure, requireClock, requireOperation, requireProvider } from "../operations/allowed.js";
import { audited } from "../operations/audited.js";
import { prepareGrant, withOnlyParticipant } from "../operations/prepare-grant.js";
import { inviteRequest } from "../schemas/tokens.js";
import type { Answer, Call } from "../service/call.js";
import type { Invitations } from "../service/context.js";
import { signInvitation } from "./invitation.js";

/** @throws ServiceError `http.not-found` where invitations are off. */
export function requireInvitations(call: Call): Invitations {
  const { invitations } = call.context;
  if (invitations === undefined) throw new ServiceError("http.not-found");
  return invitations;
}

/** `POST /v1/invitations`: a link that lets in whoever opens it first. Compared with the policy now and again then. */
export function invite(call: Call): Promise<Answer> {
  const { keys, maxSeconds } = requireInvitations(call);
  return audited(call, "invite", async (draft) => {
    const { policy, id: caller } = keyOf(call);
    const input = parseInput(inviteRequest, call.body, { provider: providersCure(call, policy) });
    requireOperation(policy, "invite");
    const provider = requireProvider(call, policy, input.provider, "provider");
    draft.provider = input.provider;
    requireClock(call);
    const grant = withOnlyParticipant(input.grant, policy);
    prepareGrant(grant, provider, policy, call.now, draft);
    const seconds = input.validForSeconds ?? maxSeconds;
    if (seconds > maxSeconds) {
      const message = `An invitation lasts ${maxSeconds} seconds at most.`;
      throw new ServiceError("http.invalid", { errors: [{ path: "validForSeconds", code: "too-big", message }] });
    }
    const jti = crypto.randomUUID();
    const exp = call.now + seconds;
    const claims = { iss: "roompass", aud: "roompass-invitation", jti, iat: call.now, exp, caller } as const;
    const invitation = await signInvitation({ ...claims, provider: input.provider, grant }, keys);
    draft.invitation = jti;
    return { status: 200, body: { invitation, id: jti, expiresAt: exp } };
  });
}
