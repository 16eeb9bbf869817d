import { parseGrant } from "@roompass/core";
import type { Native } from "@roompass/core/adapter";
import { decodeJson } from "../tokens/base64url.js";
import { exampleTenant, statedCeiling } from "../tokens/example-claims.js";
import { frozen } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Subject } from "./subject.js";

/** The secret of generated cases. It signs nothing else. */
export const generatedSecret = "TEST-ONLY-secret-of-the-generated-cases";

/** What became of a grant: the content of the token, read from the token where the subject signs one. */
export interface Made {
  readonly native: Native<unknown>;
  readonly claims: Json;
  readonly report?: readonly { readonly path: string; readonly kind: string }[];
}

/** The content that the request stands for; the vendor's token is read when there is one. */
function contentOf({ adapter }: Subject, tenant: string, grant: Json, now: number): Json {
  const parsed = parseGrant(grant as unknown as Parameters<typeof parseGrant>[0], { now });
  const { native } = adapter.encode({ grant: parsed, ceiling: statedCeiling(parsed), issuance: { tenant } });
  return adapter.toClaims(native);
}

/**
 * Issues a token for a grant, or plans the request, and reads back what it says.
 *
 * @throws Whatever the subject refuses with.
 */
export async function makeToken(subject: Subject, given: Json, now: number): Promise<Made> {
  const { adapter } = subject;
  const grant = frozen(given);
  const context = frozen({ tenant: exampleTenant(subject), secret: generatedSecret, now });
  if (subject.issue !== undefined) {
    const { token, report } = await subject.issue(grant, context);
    const claims = frozen(decodeJson(token.split(".")[1]) as Json);
    return { native: adapter.fromClaims(claims), claims, ...(report === undefined ? {} : { report }) };
  }
  if (subject.plan === undefined) throw new Error("The subject has neither `issue` nor `plan`.");
  await subject.plan(grant, context);
  const claims = frozen(contentOf(subject, context.tenant, grant, now));
  return { native: adapter.fromClaims(claims), claims };
}
