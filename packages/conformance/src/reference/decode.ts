import type { Decoded, Grant, Native, Participant, RoomScope } from "@roompass/core/adapter";
import type { ReferenceProperties } from "./properties.js";
import { statedRights } from "./rights.js";

/** Without the members that are undefined; `undefined` when there is none left. */
function given<Value extends object>(
  value: { readonly [name in keyof Value]: Value[name] | undefined },
): Value | undefined {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : (Object.fromEntries(members) as Value);
}

/** Where the token is good; without a word, everywhere. */
export function roomOf({ room }: ReferenceProperties): RoomScope {
  if (room === undefined) return { any: true };
  return Array.isArray(room) ? { anyOf: room } : (room as RoomScope);
}

/** What a token says, in neutral words. */
export function decode({ properties, unknown }: Native<ReferenceProperties>): Decoded {
  const { account, iat, nbf, exp, user, name, email, avatar, metadata, theme, zone } = properties;
  const { maxSeconds, endsAtExpiry, entry, camera, microphone, autoRecord, autoTranscribe } = properties;
  const { language, redirectUrl, closeTabOnExit } = properties;
  const grant = given<Partial<Grant>>({
    purpose: properties.purposes ?? ["participant"],
    room: roomOf(properties),
    participant: given<Participant>({ id: user, name, email, avatarUrl: avatar, metadata }),
    notBefore: nbf,
    // The vendor documents that a token without `exp` never ends.
    expiresAt: exp ?? null,
    stay: given({ endsAtExpiry, maxSeconds }),
    entry,
    rights: statedRights(properties),
    start: given({ camera, microphone }),
    automation: given({ record: autoRecord, transcribe: autoTranscribe }),
    client: given({ language, redirectUrl, closeTabOnExit }),
    extensions: undefined,
  });
  return {
    grant: grant as Grant,
    issuance: given({ issuedAt: iat, tenant: account }) ?? {},
    residue: given({ theme, zone }) ?? {},
    unknown,
  };
}
