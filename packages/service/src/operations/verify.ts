import type { Expectations, Verified } from "@roompass/core";
import { parseInput } from "../http/parse-input.js";
import { verifyRequest } from "../schemas/tokens.js";
import type { Answer, Call } from "../service/call.js";
import { keyOf, providersCure, requireOperation, requireProvider } from "./allowed.js";
import { audited } from "./audited.js";
import { readingBody } from "./inspect.js";

/** `POST /v1/tokens/verify`: a good token is 200, every other one a problem. */
export function verify(call: Call): Promise<Answer> {
  return audited(call, "verify", async (draft) => {
    const { policy } = keyOf(call);
    const input = parseInput(verifyRequest, call.body, { provider: providersCure(call, policy) });
    requireOperation(policy, "verify");
    const provider = requireProvider(call, policy, input.provider, "provider");
    draft.provider = input.provider;
    draft.tenant = provider.tenant ?? null;
    draft.token = input.token;
    const expected = { ...input.expect, now: call.now } as Expectations;
    const reading = (await provider.verify(input.token, expected)) as Verified;
    draft.grant = reading.grant;
    return { status: 200, body: { verified: true, provider: input.provider, ...readingBody(reading) } };
  });
}
