import type { Grant, Native, Remedy } from "@roompass/core/adapter";
import type { MeteredProperties } from "./properties.js";

/**
 * What goes to `Metered.Meeting#join` beside `roomURL` and `accessToken`, the token itself. The pages disagree on whether
 * `name` is needed beside a token, and none says which name wins, so the same name is passed in both places.
 */
export function join(grant: Grant): Readonly<Record<string, unknown>> {
  const name = grant.participant?.name;
  return name === undefined ? {} : { name };
}

/** Without a private room the token is not needed, and nothing that it withholds is withheld. */
export function roomRequirements(_native: Native<MeteredProperties>): readonly Remedy[] {
  return [{ vendor: "metered", where: "room", setting: "privacy", value: "private" }];
}
