import { type Powers, type Right, type Said, type Span, sure } from "@roompass/conformance/order";

type Claims = Readonly<Record<string, unknown>>;

/** Whoever is inside sends, receives and is seen; of the rest nobody says who may. */
const forEverybody = {
  "rights.publish.microphone": "ungoverned, everyone",
  "rights.publish.camera": "ungoverned, everyone",
  "rights.publish.screen": "ungoverned, everyone",
  "rights.publish.screenAudio": "ungoverned",
  "rights.publish.custom": "ungoverned",
  "rights.publish.data": "ungoverned",
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.moderate.permissions": "default(deny)",
  "rights.record": "ungoverned",
  "rights.livestream": "ungoverned",
  "rights.transcribe": "ungoverned",
} as const;

interface Permitted {
  readonly walksIn: Span<boolean>;
  readonly mutes: Said;
  readonly removes: Said;
  readonly admits: Said;
}

const perhaps: Span<boolean> = { least: false, most: true };

/** By the permissions, sorted. Beside others `ask_join` is documented as invalid, and yet minted by the vendor's samples. */
const permitted: Readonly<Record<string, Permitted>> = {
  "": { walksIn: perhaps, mutes: "default(deny)", removes: "default(deny), liftable", admits: "unknown" },
  allow_join: {
    walksIn: sure(true),
    mutes: "default(deny)",
    removes: "default(deny), liftable",
    admits: "ungoverned, everyone",
  },
  "allow_join allow_mod": { walksIn: sure(true), mutes: "allow", removes: "possible", admits: "ungoverned, everyone" },
  ask_join: {
    walksIn: sure(false),
    mutes: "default(deny)",
    removes: "default(deny), liftable",
    admits: "default(deny)",
  },
  allow_mod: { walksIn: perhaps, mutes: "possible", removes: "possible", admits: "unknown" },
  "allow_join ask_join": {
    walksIn: perhaps,
    mutes: "default(deny)",
    removes: "default(deny), liftable",
    admits: "unknown",
  },
  "allow_mod ask_join": { walksIn: perhaps, mutes: "possible", removes: "possible", admits: "unknown" },
  "allow_join allow_mod ask_join": { walksIn: perhaps, mutes: "possible", removes: "possible", admits: "unknown" },
};

const everyPurpose = ["api", "participant"];

function purposesOf(roles: readonly string[] | undefined, counts: boolean): Span<readonly string[]> {
  const named = [
    ...(roles?.includes("crawler") === true ? ["api"] : []),
    ...(roles?.includes("rtc") === true ? ["participant"] : []),
  ];
  if (named.length === 0) return { least: ["participant"], most: everyPurpose };
  if (counts) return { least: named, most: named };
  return { least: named.filter((purpose) => purpose !== "api"), most: everyPurpose };
}

/** What may be read in two ways: a list beside `ask_join` or without any way in, and what a version would make count. */
function wordsOf(claims: Claims): Powers["words"] {
  const list = (name: string): string => [...new Set([claims[name] ?? []].flat())].sort().join(" ");
  const permissions = claims["permissions"] === undefined ? "none" : list("permissions");
  return {
    entry: permissions,
    "rights.moderate.media": permissions,
    "rights.moderate.remove": permissions,
    "rights.admit": permissions,
    purpose: [claims["roles"] === undefined ? "none" : list("roles"), claims["version"]],
    room: [claims["roomId"], claims["version"]],
    "participant.id": [claims["participantId"], claims["version"]],
    notBefore: [claims["nbf"]],
    expiresAt: [claims["exp"]],
  };
}

/** What somebody can do with a VideoSDK token. Without the number 2 the room, the person and the roles may not count. */
export function videosdkPowers(claims: Claims): Powers {
  const permissions = [claims["permissions"] ?? []].flat().sort().join(" ");
  const { walksIn, mutes, removes, admits } = permitted[permissions] as Permitted;
  const counts = claims["version"] === 2;
  const room = claims["roomId"] as string | undefined;
  const person = claims["participantId"] as string | undefined;
  const end = claims["exp"] as number | undefined;
  const can: Record<Right, Said> = {
    ...forEverybody,
    "rights.moderate.media": mutes,
    "rights.moderate.remove": removes,
    "rights.admit": admits,
  };
  return {
    account: claims["apikey"] as string | undefined,
    purposes: purposesOf(claims["roles"] as readonly string[] | undefined, counts),
    room: { least: room, most: counts ? room : undefined },
    // A not-before has no documented effect.
    from: { least: (claims["nbf"] as number | undefined) ?? 0, most: 0 },
    until: { least: end ?? "not said", most: end ?? "never" },
    maxSeconds: sure(Number.POSITIVE_INFINITY),
    endsAtExpiry: sure(false),
    walksIn,
    person: { least: person, most: counts ? person : undefined },
    can,
    recordsAs: undefined,
    receives: undefined,
    startsRecording: undefined,
    startsTranscription: false,
    words: wordsOf(claims),
  };
}
