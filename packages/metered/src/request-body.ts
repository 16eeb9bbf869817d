import type { Native } from "@roompass/core/adapter";
import { stricterExpiry, stricterNotBefore } from "./join-window.js";
import { bodyFieldTypes, type MeteredProperties, type MeteredRequestBody } from "./properties.js";

/**
 * The body of `POST /api/v1/token`: the documented fields and nothing else. What the service adds (`appName`,
 * `meteredParticipantId`, `iat`, `exp`, `nbf`) is never sent, nor is any unknown member.
 *
 * A time that a token has only beside `data` is sent by its body name: left out, the new token would never expire.
 * Where both places have one the stricter is sent.
 *
 * Send only what `encode` returned without problems: of an empty body Metered makes a token for every room that never
 * expires.
 */
export function toRequestBody(
  native: Native<MeteredProperties>,
): MeteredRequestBody & Readonly<Record<string, unknown>> {
  const { properties } = native;
  const times = { expireUnixSec: stricterExpiry(properties), notBeforeUnixSec: stricterNotBefore(properties) };
  const said: Readonly<Record<string, unknown>> = { ...properties, ...times };
  return Object.fromEntries(
    Object.keys(bodyFieldTypes)
      .map((name): [string, unknown] => [name, said[name]])
      .filter(([, value]) => value !== undefined),
  );
}
