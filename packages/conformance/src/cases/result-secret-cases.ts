import { leaksOf } from "../secrets/leaks.js";
import { withWritten } from "../secrets/written.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { exampleGrant, exampleTenant } from "../tokens/example-claims.js";
import type { Case } from "./case.js";
import { generatedCase } from "./generated-case.js";

/** A secret with a text that stands nowhere else. */
const secret = "TEST-ONLY-results-w8Qd3ZrN6yTkV1mHxB5sUcLe9gPaJo2f";

/** A result with everything in it but the token itself, and what the token says. */
const withoutToken = ({ token, ...rest }: { readonly token: string }): unknown => ({
  ...rest,
  says: token.split(".").slice(0, 2).map(decodeJson),
});

/** What succeeds shows no more of a key than what is refused: results are logged as well. */
export function resultSecretCases(subject: Subject): readonly Case[] {
  const { issue, plan, verify } = subject;
  const context = { tenant: exampleTenant(subject), secret, now };
  const grant = exampleGrant(subject, now);
  const one = (name: string, comment: string, make: () => Promise<unknown>): Case =>
    generatedCase({
      id: `core.secrets.result-of-${name}`,
      comment,
      category: "secrets",
      flag: "SecretLeak",
      asked: () => grant,
      observe: async () => {
        const { value, written } = await withWritten(make);
        return { expected: { leaks: [] }, actual: { leaks: leaksOf(value, [secret], undefined, written) } };
      },
    });
  return [
    ...(issue === undefined
      ? []
      : [
          one("issue", "what comes with an issued token shows nothing of the key", async () =>
            withoutToken(await issue(grant, context)),
          ),
        ]),
    ...(plan === undefined
      ? []
      : [one("plan", "a planned request shows nothing of the key", async () => plan(grant, context))]),
    ...(issue === undefined || verify === undefined
      ? []
      : [
          one("verify", "what a good token gives shows nothing of the key", async () => {
            const { token } = await issue(grant, context);
            return verify(token, { tenant: context.tenant, secrets: [secret], now, expectations: {} });
          }),
        ]),
  ];
}
