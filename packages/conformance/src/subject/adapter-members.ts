// What an adapter has, by the kind of each member.

export const texts = ["vendor", "displayName"] as const;

export const lists = ["issuance", "verification"] as const;

export const tables = ["header", "capabilities", "residueRules", "limits", "harmless"] as const;

export const operations = [
  "normalizeRoom",
  "recognize",
  "fromClaims",
  "toClaims",
  "decode",
  "encode",
  "authority",
  "lint",
  "join",
  "roomRequirements",
] as const;

/** All of them. */
export const adapterMembers = ["specificationVersion", ...texts, ...lists, ...tables, ...operations] as const;
