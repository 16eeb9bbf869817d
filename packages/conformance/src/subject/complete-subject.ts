import { RoompassError } from "@roompass/core";
import { createKeyRing, createSigningProvider, importSecret } from "@roompass/core/kit";
import type { Subject, VerifyContext } from "./subject.js";

/**
 * Gives an adapter that brings no operations of its own those that core makes of it: an adapter alone is how most are
 * published, and core is what their users run them with. What a subject brings itself is never replaced.
 */
export function completeSubject(subject: Subject): Subject {
  const { adapter } = subject;
  const providerFor = (tenant: string, secrets: readonly string[], now: number) =>
    createSigningProvider({
      adapter,
      tenant,
      keys: createKeyRing(secrets.map((text) => importSecret(text, { algorithm: "HS256" }))),
      clock: () => now,
    });
  const signs = adapter.issuance.includes("sign");
  const checks = adapter.verification.includes("offline");
  return {
    ...subject,
    ...(subject.issue !== undefined || !signs
      ? {}
      : {
          issue: async (grant, { tenant, secret, now }) => {
            const { token, properties, report } = await providerFor(tenant, [secret], now).issue(grant as never);
            return { token, properties, report };
          },
        }),
    ...(subject.verify !== undefined || !checks
      ? {}
      : {
          verify: async (token: unknown, { tenant, secrets, now, expectations }: VerifyContext) => {
            if (typeof token !== "string") throw new RoompassError("token.not-a-string", "The token is not a text.");
            return providerFor(tenant, secrets, now).verify(token, expectations);
          },
        }),
  };
}
