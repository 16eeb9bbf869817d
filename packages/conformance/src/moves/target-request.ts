import type { Authority, Decoded, EncodeRequest, Grant, RightPath } from "@roompass/core/adapter";

/** What a caller says about a translation, as far as the suite derives what follows. */
export interface MovePolicy {
  readonly assume?: "documented-defaults" | "nothing";
  readonly strict?: boolean;
  readonly allowNoExpiry?: boolean;
  /** Whole paths only. */
  readonly allowWidening?: readonly string[];
}

const given = (members: Readonly<Record<string, unknown>>): object | undefined => {
  const said = Object.entries(members).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
};

/** The grant that the new token is asked to carry: what the old one surely grants, its limits, and its descriptions. */
function targetGrant({ grant }: Decoded, authority: Authority, sameVendor: boolean): Grant {
  const { window, stay, identity, entry, purpose, room } = authority;
  const { notBefore, expiresAt } = window.lowest;
  const { maxSeconds, endsAtExpiry } = stay.lowest;
  const { id: _, ...description } = grant.participant ?? {};
  return given({
    ...grant,
    extensions: undefined,
    // Another vendor's server API is another one: whoever joins as well goes on to join.
    purpose: !sameVendor && purpose.lowest.includes("participant") ? ["participant"] : purpose.lowest,
    room: room.lowest,
    participant: given({ id: identity.lowest ?? undefined, ...description }),
    notBefore: notBefore === 0 ? undefined : notBefore,
    expiresAt,
    stay: given({
      maxSeconds: maxSeconds ?? undefined,
      endsAtExpiry: endsAtExpiry || grant.stay?.endsAtExpiry !== undefined ? endsAtExpiry : undefined,
    }),
    entry: grant.entry === undefined && entry.lowest === "direct" ? undefined : entry.lowest,
  }) as Grant;
}

/** What the new vendor's encoder is asked: everything that the old token surely gives, and that as its ceiling. */
export function targetRequest(
  decoded: Decoded,
  authority: Authority,
  sameVendor: boolean,
  policy: MovePolicy,
): EncodeRequest {
  const { rights, modes, subscribeSelection, statements, entry } = authority;
  const { residue, unknown, issuance } = decoded;
  return {
    grant: targetGrant(decoded, authority, sameVendor),
    ceiling: {
      rights,
      ...(modes === undefined ? {} : { modes }),
      ...(subscribeSelection === undefined ? {} : { subscribeSelection }),
      ...(statements === undefined ? {} : { statements }),
      entry: entry.lowest,
      allowWidening: new Set((policy.allowWidening ?? []).filter((path) => path.startsWith("rights.")) as RightPath[]),
      assume: policy.assume ?? "documented-defaults",
      sameVendor,
      samePlace: sameVendor,
      purpose: "translate",
    },
    ...(sameVendor ? { residue, unknown, issuance } : { issuance: {} }),
  };
}
