import type { Authority, Bounds, Native, ReadContext } from "@roompass/core/adapter";
import { roomOf } from "./decode.js";
import type { ReferenceProperties } from "./properties.js";
import { readRights } from "./rights.js";

/** The vendor's documents leave no doubt about anything. */
const surely = <Value>(value: Value): Bounds<Value> => ({ lowest: value, highest: value });

/** What a token lets its holder do. */
export function authority({ properties }: Native<ReferenceProperties>, context: ReadContext): Authority {
  const { account, purposes, user, nbf, exp, maxSeconds, endsAtExpiry, entry } = properties;
  const { autoRecord, autoTranscribe } = properties;
  return {
    ...(account === undefined ? {} : { tenant: account }),
    purpose: surely(purposes ?? ["participant"]),
    room: surely(roomOf(properties)),
    window: surely({ notBefore: nbf ?? 0, expiresAt: exp ?? null }),
    stay: surely({ maxSeconds: maxSeconds ?? null, endsAtExpiry: endsAtExpiry === true }),
    entry: surely(entry ?? "direct"),
    identity: surely(user ?? null),
    ...readRights(properties, context),
    automation: {
      ...(autoRecord === undefined ? {} : { record: autoRecord }),
      ...(autoTranscribe === undefined ? {} : { transcribe: autoTranscribe }),
    },
  };
}
