import type { Capabilities, Capability, Fact, Limits, ResidueRule } from "../adapter/capability.js";
import { type GrantPath, grantPaths } from "../grant/right-path.js";
import type { Remedy } from "../translate/remedy.js";
import { publishKinds, sendClaims } from "./toy-properties.js";

const fact: Fact = { source: "invented for tests", asOf: "2026-01" };

const carriedExactly: { readonly [path in GrantPath]?: string } = {
  "participant.id": "user",
  "participant.name": "name",
  notBefore: "nbf",
  expiresAt: "exp",
  entry: "ask",
  "rights.record": "record",
};

/** Settings outside the token for what it has no place for. */
function outsideOf(vendor: string): { readonly [path in GrantPath]?: Remedy } {
  return {
    "start.camera": { vendor, where: "client", setting: "camera" },
    "start.microphone": { vendor, where: "client", setting: "microphone" },
    "rights.livestream": { vendor, where: "dashboard", setting: "livestream" },
  };
}

/** Which neutral field is carried how. */
export function toyCapabilities(vendor: string): Capabilities {
  const outside = outsideOf(vendor);
  const table = {} as Record<GrantPath, Capability>;
  for (const path of grantPaths) {
    const remedy = outside[path];
    table[path] = { ...fact, carried: "none", ...(remedy === undefined ? {} : { outside: remedy }) };
    const property = carriedExactly[path];
    if (property !== undefined) table[path] = { ...fact, carried: "exact", property, claim: property };
  }
  for (const kind of publishKinds) {
    const claim = `send.${sendClaims[kind]}`;
    table[`rights.publish.${kind}`] = { ...fact, carried: "exact", property: `send.${kind}`, claim };
  }
  for (const path of ["rights.moderate.media", "rights.moderate.remove"] as const) {
    table[path] = { ...fact, carried: "role", property: "host", claim: "host", note: "Both or neither." };
  }
  const room = { property: "room", claim: "room", note: "One room, or every room." };
  table["room"] = { ...fact, carried: "partly", ...room };
  table["purpose"] = { ...fact, carried: "partly", note: "Every token joins; none calls an API." };
  const recording = { property: "autoRecord", claim: "autoRecord", note: "Without a mode." };
  table["automation.record"] = { ...fact, carried: "partly", ...recording };
  return table;
}

export const toyLimits: Limits = { tokenCharacters: 2048, maxLength: { "participant.id": 36, "participant.name": 64 } };

export const toyResidueRules: Readonly<Record<string, ResidueRule>> = {
  theme: { ...fact, kind: "hint", note: "Colours of the vendor's own client." },
  zone: { ...fact, kind: "binding", note: "Keeps its holder inside one part of the building." },
};

export const toyHarmless: Readonly<Record<string, Fact>> = { jti: fact };
