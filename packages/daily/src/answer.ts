import type { Native } from "@roompass/core/adapter";
import type { DailyProperties } from "./properties.js";
import { propertyTable } from "./property-table.js";

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
  "knocking",
  "enable_screenshare",
] as const;

type Answer = Readonly<Record<string, unknown>>;

const claimOf: ReadonlyMap<string, string> = new Map(propertyTable.map(({ property, claim }) => [property, claim]));

/** By the long name, which is documented, or else by the claim's. A `null` is unset. */
function answered(answer: Answer, name: (typeof compared)[number]): unknown {
  return answer[name] ?? answer[claimOf.get(name) ?? name] ?? undefined;
}

/**
 * Whether Daily's validate answer repeats nothing of a token that says something: then it may be an answer to anything.
 * A `false` may be left out of it, as every default may.
 */
export function confirmsNothing(native: Native<unknown>, answer: Answer): boolean {
  const properties = native.properties as DailyProperties;
  const said = compared.filter((name) => properties[name] !== undefined && properties[name] !== false);
  return said.length > 0 && said.every((name) => answered(answer, name) === undefined);
}

/**
 * The first property in which Daily's validate answer differs from the token. A member that either side leaves out is
 * unset there, never a default, and contradicts nothing.
 */
export function contradictsAnswer(native: Native<unknown>, answer: Answer): string | undefined {
  const properties = native.properties as DailyProperties;
  return compared.find((name) => {
    const said = properties[name];
    const repeated = answered(answer, name);
    return said !== undefined && repeated !== undefined && said !== repeated;
  });
}
