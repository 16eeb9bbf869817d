import type { Grant, IssueResult, Translated } from "@roompass/core";
import type { Prepared } from "@roompass/core/kit";
import { z } from "zod";
import type { AnyProvider } from "../contract/settings.js";
import { unavailable } from "../errors/unavailable.js";
import { parseInput } from "../http/parse-input.js";
import { onlyOnce } from "../idempotency/only-once.js";
import { grant as grantSchema } from "../schemas/grant.js";
import { issueRequest } from "../schemas/tokens.js";
import type { Answer, Call } from "../service/call.js";
import { keyOf, providersCure, requireClock, requireOperation, requireProvider } from "./allowed.js";
import { audited, type Draft } from "./audited.js";
import { prepareGrant, withOnlyParticipant } from "./prepare-grant.js";

/** What an answer says of a token that was just issued. */
function issuedBody(name: string, provider: AnyProvider, issued: IssueResult<string, unknown>): object {
  const { adapter } = provider;
  return {
    token: issued.token,
    provider: name,
    vendor: issued.vendor,
    expiresAt: issued.expiresAt,
    grant: issued.grant,
    report: issued.report,
    join: adapter.join(issued.grant),
    roomRequirements: adapter.roomRequirements(issued.native),
  };
}

/** Mints the very thing that was compared with the policy, and notes what came of it. */
export async function mint(
  name: string,
  provider: AnyProvider,
  compared: Prepared | Translated,
  draft: Draft,
): Promise<{ readonly body: object; readonly issued: IssueResult<string, unknown> }> {
  const issued = (await provider.issue(compared)) as IssueResult<string, unknown>;
  draft.token = issued.token;
  draft.grant = issued.grant;
  return { body: issuedBody(name, provider, issued), issued };
}

const handedOut = z.looseObject({ token: z.string(), grant: grantSchema });

/** What is handed out again, for the record: of a form that this service once gave it. */
function noteReplay(draft: Draft, text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { data } = handedOut.safeParse(value);
  if (data === undefined) throw unavailable(new Error("The store has an answer that this service never gave."));
  draft.token = data.token;
  draft.grant = data.grant as Grant;
}

/** `POST /v1/tokens`: a token for a grant, within the caller's policy. */
export function issue(call: Call): Promise<Answer> {
  return audited(call, "issue", async (draft) => {
    const { policy } = keyOf(call);
    const input = parseInput(issueRequest, call.body, { provider: providersCure(call, policy) });
    requireOperation(policy, "issue");
    const provider = requireProvider(call, policy, input.provider, "provider");
    draft.provider = input.provider;
    requireClock(call);
    const prepared = prepareGrant(withOnlyParticipant(input.grant, policy), provider, policy, call.now, draft);
    const answer = async (): Promise<string> =>
      JSON.stringify((await mint(input.provider, provider, prepared, draft)).body);
    const { text, replayed } = await onlyOnce(call, answer);
    if (replayed) noteReplay(draft, text);
    return { status: 200, body: text, ...(replayed ? { headers: { "idempotency-replayed": "true" } } : {}) };
  });
}
