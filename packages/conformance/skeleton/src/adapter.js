// @ts-check
import { defineAdapter } from "@roompass/core";
import { deepFreeze } from "@roompass/core/kit";
import { authority, unreadableSettings } from "./authority.js";
import { capabilities, limits, residueRules } from "./capabilities.js";
import { fromClaims, toClaims } from "./claims.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";

/**
 * Everything that core has to know of Tincan's tokens. All of it is pure: no key, no clock, no environment, no network, no
 * randomness.
 *
 * @type {import("@roompass/core/adapter").Adapter<"tincan", import("./properties.js").Properties>}
 */
const definition = {
  specificationVersion: 1,
  vendor: "tincan",
  displayName: "Tincan",
  // YOURS: `sign` where customers sign tokens themselves, `request` where the vendor's API makes them.
  issuance: ["sign"],
  // YOURS: `offline` where a key checks tokens, `remote` where only the vendor can.
  verification: ["offline"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules,
  limits,
  // YOURS: members that are known to mean nothing for rights, each with its source.
  harmless: {},
  // YOURS: how the vendor compares room names; as they are, unless it documents otherwise.
  normalizeRoom: (name) => name,
  // YOURS: `certain` needs a mark that no other vendor has.
  recognize: ({ claims }) =>
    typeof claims["acc"] === "string" ? { confidence: "possible", reason: "It has the claim `acc`." } : undefined,
  fromClaims,
  toClaims,
  decode,
  encode,
  authority,
  unreadableSettings,
  lint: () => [],
  // YOURS: what the client passes to the vendor's SDK on joining.
  join: ({ start }) => (start?.camera === undefined ? {} : { camera: start.camera === "on" }),
  // YOURS: the settings that the room needs there.
  roomRequirements: () => [],
};

/** Checked, and frozen with all its tables: nobody who reads it can change it. */
export const adapter = defineAdapter(deepFreeze(definition));
