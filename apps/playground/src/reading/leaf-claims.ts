type Claims = Readonly<Record<string, unknown>>;

/** One claim, or one member of a claim that is an object. */
export interface LeafClaim {
  readonly steps: readonly string[];
  readonly value: unknown;
}

/** Claims that are explained one by one; beyond that many only their number is told. */
export const mostLeaves = 80;

function isMembers(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The claims, with those that are objects taken apart once: vendors put their rights into one level of envelope. */
export function leafClaims(claims: Claims): readonly LeafClaim[] {
  return Object.entries(claims).flatMap(([name, value]): LeafClaim[] => {
    if (!isMembers(value) || Object.keys(value).length === 0) return [{ steps: [name], value }];
    return Object.entries(value).map(([inner, member]) => ({ steps: [name, inner], value: member }));
  });
}

/** The claims without one leaf; an envelope stays, even empty. */
export function withoutLeaf(claims: Claims, [name = "", inner]: readonly string[]): Claims {
  const entries = Object.entries(claims);
  if (inner === undefined) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return Object.fromEntries(
    entries.map(([other, value]) => {
      if (other !== name || !isMembers(value)) return [other, value];
      return [other, Object.fromEntries(Object.entries(value).filter(([member]) => member !== inner))];
    }),
  );
}

/** The one leaf alone. */
export function onlyLeaf({ steps: [name = "", inner], value }: LeafClaim): Claims {
  return Object.fromEntries([[name, inner === undefined ? value : Object.fromEntries([[inner, value]])]]);
}
