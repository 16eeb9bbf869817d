import type { Native } from "@roompass/core/adapter";
import type { DailyProperties } from "./properties.js";

/** What Daily adds to every token itself; a request does not carry it. */
const addedByDaily: ReadonlySet<string> = new Set(["domain_id", "iat"]);

/** The long-named properties for `POST /meeting-tokens`. */
export function requestProperties(native: Native<unknown>): Readonly<Record<string, unknown>> {
  const properties = native.properties as DailyProperties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !addedByDaily.has(name)));
}

/**
 * The members of a validate answer that are documented as scalars. Whether the answer repeats the others, and how it
 * spells `permissions`, is not documented, so they are not compared.
 */
const compared = [
  "room_name",
  "nbf",
  "exp",
  "is_owner",
  "user_name",
  "user_id",
  "eject_at_token_exp",
  "eject_after_elapsed",
] as const;

/**
 * The first property in which Daily's validate answer differs from the token. A member that either side leaves out is
 * unset there, never a default, and contradicts nothing.
 */
export function contradictsAnswer(
  native: Native<unknown>,
  answer: Readonly<Record<string, unknown>>,
): string | undefined {
  const properties = native.properties as DailyProperties;
  return compared.find((name) => {
    const said = properties[name];
    const answered = answer[name];
    return said !== undefined && answered !== undefined && answered !== null && said !== answered;
  });
}
