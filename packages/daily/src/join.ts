import type { Grant } from "@roompass/core/adapter";

/** What the client passes to daily-js beside the token: `userData`, free JSON that the other participants see. */
export function join(grant: Grant): Readonly<Record<string, unknown>> {
  const metadata = grant.participant?.metadata;
  return metadata === undefined ? {} : { userData: metadata };
}
