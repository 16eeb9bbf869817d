import type { Native } from "@roompass/core/adapter";
import type { Contradiction } from "@roompass/core/kit";
import { refuseProblems, requestProblems } from "./claim-problems.js";
import type { DailyProperties } from "./properties.js";
import { propertyTable } from "./property-table.js";

/** What Daily adds to every token itself; a request does not carry it. */
const addedByDaily: ReadonlySet<string> = new Set(["domain_id", "iat"]);

/**
 * The long-named properties for `POST /meeting-tokens`.
 *
 * @throws RoompassError `grant.unsupported` for properties that no request can carry; `requestProblems` tells beforehand.
 */
export function requestProperties({ properties }: Native<DailyProperties>): Readonly<Record<string, unknown>> {
  refuseProblems(requestProblems({ properties }));
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

/** Another account contradicts, the same confirms little: every token of the account has it. */
const neverCounted = ["domain_id"] as const;

type Answer = Readonly<Record<string, unknown>>;

const claimOf: ReadonlyMap<string, string> = new Map(propertyTable.map(({ property, claim }) => [property, claim]));

/** By the long name, which is documented, or else by the claim's. A `null` is unset. */
function answered(answer: Answer, name: (typeof compared)[number] | (typeof neverCounted)[number]): unknown {
  return answer[name] ?? answer[claimOf.get(name) ?? name] ?? undefined;
}

/** A `false` may be left out of an answer, as every default may. */
function repeatsNothing(properties: DailyProperties, answer: Answer): boolean {
  const said = compared.filter((name) => properties[name] !== undefined && properties[name] !== false);
  return said.length > 0 && said.every((name) => answered(answer, name) === undefined);
}

/**
 * What Daily's validate answer has against the token. A member that either side leaves out is unset there, never a
 * default, and contradicts nothing; an answer that repeats nothing at all may be an answer to anything, and one that has
 * an `error`, as all of Daily's refusals do, confirms nothing whatever else it says.
 */
export function contradiction({ properties }: Native<DailyProperties>, answer: Answer): Contradiction | undefined {
  if (Object.hasOwn(answer, "error")) return { message: "Daily's answer has a good status and says `error`." };
  if (repeatsNothing(properties, answer)) return { message: "Daily's answer repeats nothing of the token." };
  const path = [...compared, ...neverCounted].find((name) => {
    const said = properties[name];
    const repeated = answered(answer, name);
    return said !== undefined && repeated !== undefined && said !== repeated;
  });
  return path === undefined ? undefined : { message: `Daily's answer contradicts the token at \`${path}\`.`, path };
}
