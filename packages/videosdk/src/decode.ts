import type { Decoded, Entry, Grant, Issuance, Native } from "@roompass/core/adapter";
import { type EntryStatement, rolesDefault } from "./defaults.js";
import { entryStatement, isModerator } from "./permissions.js";
import type { VideosdkProperties } from "./properties.js";
import { purposeOfRoles } from "./roles.js";

/** `ask_join` beside others is read as the lesser of the two; without a join permission nothing is stated. */
const statedEntry: Readonly<Record<EntryStatement, Entry | undefined>> = {
  direct: "direct",
  ask: "ask",
  combined: "ask",
  none: undefined,
};

/** What the token states in neutral words; what VideoSDK merely does is left to `authority`. */
export function decode(native: Native<VideosdkProperties>): Decoded {
  const { properties, unknown } = native;
  const { apikey, permissions, roomId, participantId, roles, exp, iat, nbf, jti } = properties;
  const entry = statedEntry[entryStatement(permissions)];
  const grant: Grant = {
    purpose: purposeOfRoles(roles) ?? rolesDefault.value.lowest,
    room: roomId ?? { any: true },
    ...(participantId === undefined ? {} : { participant: { id: participantId } }),
    // Zero is how some signers write "no beginning".
    ...(nbf === undefined || nbf <= 0 ? {} : { notBefore: nbf }),
    // A token without `exp` is not documented to live for ever, so its expiry is not known rather than `null`.
    ...(exp === undefined ? {} : { expiresAt: exp }),
    ...(entry === undefined ? {} : { entry }),
    // Removing others is only possible with `allow_mod`, not certain, so it is not stated.
    ...(isModerator(permissions) ? { rights: { moderate: { media: true } } } : {}),
  };
  const issuance: Issuance = {
    ...(iat === undefined ? {} : { issuedAt: iat }),
    ...(apikey === undefined ? {} : { tenant: apikey }),
  };
  const residue = {
    ...(nbf === undefined ? {} : { nbf }),
    ...(jti === undefined ? {} : { jti }),
  };
  return { grant, issuance, residue, unknown };
}
