import { type Powers, type Right, type Said, sure, type Until } from "@roompass/conformance/order";

type Claims = Readonly<Record<string, unknown>>;

/** Everybody sends, receives and is seen; no field speaks of the rest. */
const forEverybody = {
  "rights.publish.microphone": "ungoverned, everyone",
  "rights.publish.camera": "ungoverned, everyone",
  "rights.publish.screen": "ungoverned, everyone",
  "rights.publish.screenAudio": "ungoverned",
  "rights.publish.custom": "ungoverned",
  "rights.publish.data": "ungoverned",
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.record": "ungoverned",
  "rights.livestream": "ungoverned",
  "rights.transcribe": "ungoverned",
} as const;

/** The one switch. What an admin may do to others is not documented, nor what its absence means. */
const bySwitch: Readonly<Record<string, { readonly moderates: Said; readonly admits: Said }>> = {
  true: { moderates: "possible", admits: "allow" },
  false: { moderates: "default(deny)", admits: "default(deny)" },
  undefined: { moderates: "default(deny), liftable", admits: "default(deny), liftable" },
};

const numbers = (...values: readonly unknown[]): number[] => values.filter((value) => typeof value === "number");

/** What somebody can do with a Metered token. Times stand in either place, and the stricter one counts as certain. */
export function meteredPowers(claims: Claims): Powers {
  const data = claims["data"] as Claims;
  const { moderates, admits } = bySwitch[String(data["isAdmin"])] as { moderates: Said; admits: Said };
  const can: Record<Right, Said> = {
    ...forEverybody,
    "rights.moderate.media": moderates,
    "rights.moderate.remove": moderates,
    "rights.moderate.permissions": moderates,
    "rights.admit": admits,
  };
  const starts = numbers(data["notBeforeUnixSec"], claims["nbf"]);
  const ends = numbers(data["expireUnixSec"], claims["exp"]);
  const room = data["roomName"] as string | undefined;
  const end = (time: number): Until => (ends.length === 0 ? "never" : time);
  return {
    account: data["appName"] as string | undefined,
    purposes: sure(["participant"]),
    room: { least: room, most: data["globalToken"] === true ? undefined : room },
    from: { least: Math.max(0, ...starts), most: starts.length === 0 ? 0 : Math.min(...starts) },
    until: { least: end(Math.min(...ends)), most: end(Math.max(...ends)) },
    maxSeconds: sure((data["ejectAfterElapsedTimeInSec"] as number | undefined) ?? Number.POSITIVE_INFINITY),
    endsAtExpiry: sure(false),
    walksIn: sure(true),
    person: sure(data["externalUserId"] as string | undefined),
    can,
    recordsAs: undefined,
    receives: undefined,
    startsRecording: undefined,
    startsTranscription: false,
    words: {
      room: [room, data["globalToken"]],
      notBefore: [data["notBeforeUnixSec"], claims["nbf"]],
      expiresAt: [data["expireUnixSec"], claims["exp"]],
      // Only a room removes people at an expiry, and it does so whatever their tokens say.
      "stay.endsAtExpiry": "nothing",
      "rights.moderate.media": data["isAdmin"],
      "rights.moderate.remove": data["isAdmin"],
      "rights.moderate.permissions": data["isAdmin"],
    },
  };
}
