import type { Adapter, LintContext, ReadContext } from "../adapter/adapter.js";
import { defineAdapter } from "../adapter/define-adapter.js";
import type { Decoded, Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import type { Finding } from "../errors/finding.js";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant, RoomScope } from "../grant/grant.js";
import { toyCapabilities, toyHarmless, toyLimits, toyResidueRules } from "./toy-capabilities.js";
import { markName, markOf, readToyClaims, writeToyClaims } from "./toy-claims.js";
import { encodeToy } from "./toy-encode.js";
import type { ToyProperties } from "./toy-properties.js";
import { readRights, statedRights } from "./toy-rights.js";

function decode({ properties, unknown }: Native<ToyProperties>): Decoded {
  const { account, room, user, name, iat, nbf, exp, ask, autoRecord, theme, zone } = properties;
  const participant = { ...(user === undefined ? {} : { id: user }), ...(name === undefined ? {} : { name }) };
  const rights = statedRights(properties);
  const grant: Grant = {
    purpose: ["participant"],
    room: room ?? { any: true },
    ...(Object.keys(participant).length === 0 ? {} : { participant }),
    ...(nbf === undefined ? {} : { notBefore: nbf }),
    // The vendor documents that a token without `exp` never ends.
    expiresAt: exp ?? null,
    ...(ask === undefined ? {} : { entry: ask ? "ask" : "direct" }),
    ...(rights === undefined ? {} : { rights }),
    ...(autoRecord === undefined ? {} : { automation: { record: {} } }),
  };
  return {
    grant,
    issuance: {
      ...(iat === undefined ? {} : { issuedAt: iat }),
      ...(account === undefined ? {} : { tenant: account }),
    },
    residue: { ...(theme === undefined ? {} : { theme }), ...(zone === undefined ? {} : { zone }) },
    unknown,
  };
}

function authority({ properties }: Native<ToyProperties>, context: ReadContext): Authority {
  const { account, room, user, nbf, exp, ask, autoRecord } = properties;
  const surely = <Value>(value: Value): { lowest: Value; highest: Value } => ({ lowest: value, highest: value });
  return {
    ...(account === undefined ? {} : { tenant: account }),
    purpose: surely(["participant"] as const),
    room: surely<RoomScope>(room ?? { any: true }),
    window: surely({ notBefore: nbf ?? 0, expiresAt: exp ?? null }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely(ask === true ? "ask" : "direct"),
    identity: surely(user ?? null),
    rights: readRights(properties, context),
    automation: autoRecord === undefined ? {} : { record: {} },
  };
}

/** The vendor's own rule: somebody inside has to open the door for a host, too. */
function lint({ properties }: Native<ToyProperties>, _context: LintContext): readonly Finding[] {
  if (properties.host !== true || properties.ask !== true) return [];
  return [
    {
      id: "toy.host-has-to-ask",
      severity: "warning",
      path: "ask",
      message: "A host has to be admitted by somebody else.",
      cure: "Leave `ask` out of a host's token.",
    },
  ];
}

/**
 * An adapter for an invented vendor: short enough to read in one go, complete, and true to every law of the adapter
 * interface. Two of them are two vendors with the same form, such as `makeToyAdapter("toy", "Toy")` and
 * `makeToyAdapter("twin", "Twin")`.
 */
export function makeToyAdapter<const Vendor extends string>(
  vendor: Vendor,
  displayName: string,
): Adapter<Vendor, ToyProperties> {
  const adapter = deepFreeze<Adapter<Vendor, ToyProperties>>({
    specificationVersion: 1,
    vendor,
    displayName,
    issuance: ["sign"],
    verification: ["offline"],
    header: { algorithms: ["HS256"] },
    capabilities: toyCapabilities(vendor),
    residueRules: toyResidueRules,
    limits: toyLimits,
    harmless: toyHarmless,
    normalizeRoom: (name) => name,
    recognize({ claims }) {
      const mark = Object.hasOwn(claims, markName) ? claims[markName] : undefined;
      return mark === markOf(vendor) ? { confidence: "certain", reason: "It has the vendor's mark." } : undefined;
    },
    fromClaims: (claims) => readToyClaims(vendor, claims),
    toClaims: (native) => writeToyClaims(vendor, native),
    decode,
    encode: (request) => encodeToy(vendor, request),
    authority,
    lint,
    join: ({ start }) => ({ ...start }),
    roomRequirements: ({ properties }) =>
      properties.autoRecord === true ? [{ vendor, where: "room", setting: "storage", value: true }] : [],
  });
  return defineAdapter(adapter);
}

export const toyAdapter = makeToyAdapter("toy", "Toy");
