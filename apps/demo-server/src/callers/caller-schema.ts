import { type Caller, type CallerPolicy, checkPolicy } from "@roompass/service";
import { z } from "zod";
import { vendorNames } from "../vendors/vendor-setup.js";

/** An instant as people write it, `2026-12-01T00:00:00Z`; the service counts in unix seconds. */
const instant = z.iso
  .datetime({ precision: 0, error: "takes an instant such as 2027-01-01T00:00:00Z" })
  .transform((text) => Math.floor(Date.parse(text) / 1000));

/** The service knows what a policy is; its messages are about members and not about what is in them. */
function problemOf(policy: unknown): string | undefined {
  try {
    checkPolicy(policy as CallerPolicy);
    const { providers } = policy as CallerPolicy;
    const isKnown = providers.every((name) => (vendorNames as readonly string[]).includes(name));
    return isKnown ? undefined : `policy.providers takes ${vendorNames.join(", ")}, and nothing else here.`;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // The name of a member that does not exist may be half of a secret.
    return message.endsWith("does not exist.") ? "has a member that is not known" : message;
  }
}

const policy = z.looseObject({}, "is missing, or is no object").transform((value, context): CallerPolicy => {
  const message = problemOf(value);
  if (message !== undefined) context.addIssue({ code: "custom", message });
  return value as unknown as CallerPolicy;
});

/** One secret of a caller, digested. */
export const secretDigest = z.strictObject({
  sha256: z.string("is missing, or is no text").regex(/^[0-9a-f]{64}$/, "takes 64 lower-case hex digits"),
  notAfter: instant.optional(),
});

/** One line of the keys file. */
export const callerLine = z.strictObject({
  /** What stands before the dot of the key. */
  id: z.string("is missing, or is no text").regex(/^[A-Za-z0-9_-]{1,64}$/, "takes 1 to 64 of A-Z, a-z, 0-9, _ and -"),
  /** At least one; several while a secret is being replaced. */
  secretDigests: z
    .array(secretDigest, "is missing, or is no list of digests")
    .min(1, "takes one digest at least")
    .max(10, "takes ten digests at most"),
  notAfter: instant.optional(),
  policy,
});

export type CallerLine = z.output<typeof callerLine>;

export function callerOf({ secretDigests, notAfter, policy }: CallerLine): Caller {
  return { secretDigests, policy, ...(notAfter === undefined ? {} : { notAfter }) } as Caller;
}
