import type { Grant } from "@roompass/core/adapter";

/**
 * What goes to `Metered.Meeting#join` beside `roomURL` and `accessToken`, the token itself. The pages disagree on whether
 * `name` is needed beside a token, and none says which name wins, so the same name is passed in both places.
 */
export function join(grant: Grant): Readonly<Record<string, unknown>> {
  const name = grant.participant?.name;
  return name === undefined ? {} : { name };
}
