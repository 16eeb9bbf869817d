import { type Prepared, prepareIssue } from "@roompass/core/kit";
import type { AnyProvider } from "../contract/settings.js";
import { ServiceError } from "../errors/service-error.js";
import { beyondPolicy } from "../policy/compare-policy.js";
import type { ReadPolicy } from "../policy/read-policy.js";
import type { Draft } from "./audited.js";

/** Where the policy knows of one participant only, it is that one; another one in the request is refused, not replaced. */
export function withOnlyParticipant<
  Given extends { readonly participant?: { readonly id?: string | undefined } | undefined },
>(given: Given, policy: ReadPolicy): Given {
  const { participants } = policy;
  if (given.participant?.id !== undefined || policy.unboundParticipants) return given;
  if (!("ids" in participants) || participants.ids.length !== 1) return given;
  return { ...given, participant: { ...given.participant, id: participants.ids[0] as string } };
}

/**
 * Makes a token's content of a grant and compares it with the policy. Nothing is signed, and nobody called.
 *
 * @throws RoompassError a `grant.*` code; ServiceError `http.beyond-policy` with every path.
 */
export function prepareGrant(
  given: unknown,
  provider: AnyProvider,
  policy: ReadPolicy,
  now: number,
  draft: Draft,
): Prepared {
  const { adapter, tenant, method } = provider;
  draft.tenant = tenant ?? null;
  const prepared = prepareIssue(given, { adapter, tenant, method, now });
  draft.grant = prepared.grant;
  const errors = beyondPolicy({ grant: prepared.grant, reading: prepared, adapter }, policy, now);
  if (errors.length > 0) throw new ServiceError("http.beyond-policy", { errors });
  return prepared;
}
