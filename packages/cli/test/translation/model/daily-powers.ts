import { kinds, type Powers, type Reception, type Right, rights, type Said, sure } from "@roompass/conformance/order";

type Claims = Readonly<Record<string, unknown>>;
type Flag = boolean | undefined;

/** The code of each kind in `p.cs` and `p.cr`; the custom kind is two media. */
const codesOfKind: Readonly<Record<string, readonly string[]>> = {
  microphone: ["a"],
  camera: ["v"],
  screen: ["sv"],
  screenAudio: ["sa"],
  custom: ["cv", "ca"],
};

/** Permissions are documented for those who are no owners: nobody says whether they keep an owner from anything. */
const denied = (isInDoubt: boolean): Said => (isInDoubt ? "deny, liftable" : "deny");

/** What was said, or what holds in silence. */
const orElse = (said: Flag, silence: Said, isOwner: boolean): Said =>
  said === undefined ? silence : said ? "allow" : denied(isOwner);

function lists(list: unknown, code: string, fullName?: string): Flag {
  if (list === undefined || typeof list === "boolean") return list;
  const items: readonly unknown[] = typeof list === "string" ? list.split(",") : (list as readonly unknown[]);
  return items.includes(code) || (fullName !== undefined && items.includes(fullName));
}

/** Silent sending behaves as everything. One of two custom media listed is neither yes nor no. */
function sending(kind: string, list: unknown, isOwner: boolean): Said {
  const codes = (codesOfKind[kind] ?? []).map((code) => lists(list, code));
  return codes.every((code) => code === codes[0]) ? orElse(codes[0], "default(allow)", isOwner) : "possible";
}

/**
 * Two switches for the screen, and nobody says which one wins: only where neither denies it is it granted, and where one
 * allows what the other denies nobody knows. A list that has the screen and not its sound is not against a screen that is on.
 */
function sharing(kind: "screen" | "screenAudio", list: unknown, shares: Flag, isOwner: boolean): Said {
  const listed = lists(list, kind === "screen" ? "sv" : "sa");
  if (shares === false) return denied(listed === true);
  if (listed === false) return denied(isOwner || (shares === true && lists(list, "sv") === false));
  const said = sending(kind, list, isOwner);
  return said === "default(allow)" && kind === "screen" && shares === true ? "allow" : said;
}

/** A rule of `p.cr`: for all kinds at once, or by medium; custom media are maps of tracks with `*` for the rest. */
function receptionOfRule(rule: unknown): Record<string, boolean> {
  const said: Record<string, boolean> = {};
  for (const kind of kinds) {
    if (typeof rule === "boolean") {
      said[kind] = rule;
      continue;
    }
    const media = (codesOfKind[kind] ?? []).map((code) => (rule as Claims)[code]);
    if (media.every((medium) => medium === undefined)) continue;
    said[kind] = media.every((medium) => medium === true || (medium as Claims | undefined)?.["*"] === true);
  }
  return said;
}

function readReception(rule: unknown, isOwner: boolean): { readonly said: Said; readonly selection?: Reception } {
  if (rule === undefined) return { said: "default(allow)" };
  const { b: base, u: users = {} } = rule as { b: unknown; u?: Claims };
  const ofEverybody = receptionOfRule(base);
  const of = Object.fromEntries(Object.entries(users).map(([id, own]) => [id, receptionOfRule(own)]));
  const all = [ofEverybody, ...Object.values(of)].flatMap((said) => Object.values(said));
  if (all.every((said) => said === all[0])) return { said: orElse(all[0], "deny", isOwner) };
  return { said: "allow", selection: { ofEverybody, of } };
}

/** Owners administer everything. Others what `p.ca` lists, and in silence nothing unless the room says otherwise. */
function administering(list: unknown, code: string, fullName: string, isOwner: boolean): Said {
  return orElse(lists(list, code, fullName), isOwner ? "allow" : "default(deny), liftable", isOwner);
}

/** Owners answer those who knock. Whether administrators of participants do as well, nobody says. */
function admitting(list: unknown, isOwner: boolean): Said {
  const administers = lists(list, "p", "participants");
  if (isOwner) return administers === false ? "possible" : "allow";
  if (administers === undefined) return "default(deny), liftable";
  return administers ? "unknown" : "default(deny)";
}

const waysToRecord = ["cloud", "cloud-audio-only", "local", "raw-tracks"];

/** What is known of the room: whether it lets people knock, and between which instants it can be joined (unix seconds). */
export interface DailyRoom {
  readonly knocks?: boolean;
  readonly opens?: number;
  readonly closes?: number;
}

/** Nobody joins a room before it opens or after it has closed, whatever a token says. */
function joining(claims: Claims, { opens = 0, closes }: DailyRoom): Pick<Powers, "from" | "until"> {
  const ends = [claims["exp"] as number | undefined, closes].filter((end) => end !== undefined);
  return {
    from: sure(Math.max((claims["nbf"] as number | undefined) ?? 0, opens)),
    until: sure(ends.length === 0 ? "never" : Math.min(...ends)),
  };
}

/** What somebody can do with a Daily token. */
export function dailyPowers(claims: Claims, room: DailyRoom = {}): Powers {
  const { hp, cs, cr, ca } = (claims["p"] ?? {}) as Claims;
  const isOwner = claims["o"] === true;
  const shares = claims["ss"] as Flag;
  const recording = claims["er"] as string | readonly string[] | undefined;
  const ways = recording === undefined ? [] : [recording].flat();
  const reception = readReception(cr, isOwner);
  const moderating = administering(ca, "p", "participants", isOwner);
  const can: Record<Right, Said> = {
    "rights.publish.microphone": sending("microphone", cs, isOwner),
    "rights.publish.camera": sending("camera", cs, isOwner),
    "rights.publish.screen": sharing("screen", cs, shares, isOwner),
    "rights.publish.screenAudio": sharing("screenAudio", cs, shares, isOwner),
    "rights.publish.custom": sending("custom", cs, isOwner),
    "rights.publish.data": "ungoverned",
    "rights.subscribe": reception.said,
    "rights.visible": orElse(hp as Flag, "default(allow)", isOwner),
    "rights.moderate.media": moderating,
    "rights.moderate.remove": moderating,
    "rights.moderate.permissions": moderating,
    "rights.admit": admitting(ca, isOwner),
    "rights.record": recording === undefined ? "unknown" : "allow",
    "rights.livestream": administering(ca, "s", "streaming", isOwner),
    "rights.transcribe": administering(ca, "t", "transcription", isOwner),
  };
  // An owner may receive all the same what a selection leaves out.
  const saysMoreOf: readonly Right[] = isOwner && reception.selection !== undefined ? ["rights.subscribe"] : [];
  const doubtful = [...saysMoreOf, ...rights.filter((right) => can[right] === "deny, liftable")];
  const knocks = claims["k"] === true;
  const ejects = claims["ejt"] === true;
  return {
    account: claims["d"] as string | undefined,
    purposes: sure(["participant"]),
    room: sure(claims["r"] as string | undefined),
    ...joining(claims, room),
    maxSeconds: sure((claims["eje"] as number | undefined) ?? Number.POSITIVE_INFINITY),
    // To be ejected at an expiry that the token does not have means nothing for certain.
    endsAtExpiry: { least: ejects, most: ejects && claims["exp"] !== undefined },
    // Knocking at a room that lets nobody knock may well be walking in.
    walksIn: { least: !knocks, most: !knocks || room.knocks !== true },
    person: sure(claims["ud"] as string | undefined),
    can,
    recordsAs:
      ways.length > 0 && ways.length < waysToRecord.length
        ? waysToRecord.filter((way) => ways.includes(way))
        : undefined,
    receives: reception.selection,
    startsRecording: claims["sr"] === true ? "cloud" : undefined,
    startsTranscription: claims["ast"] === true,
    ...(saysMoreOf.length === 0 ? {} : { saysMoreOf }),
    words: {
      ...Object.fromEntries(doubtful.map((right) => [right, isOwner])),
      entry: [claims["k"]],
      "stay.endsAtExpiry": [claims["ejt"], claims["eje"], claims["exp"] === undefined],
      // A list that has both custom media or neither says no more than the right itself.
      "rights.publish.custom": [lists(cs, "cv"), lists(cs, "ca")],
      // Set against each other, the two switches are in doubt for an owner as for anybody.
      ...(sharing("screen", cs, shares, false) === "deny, liftable"
        ? { "rights.publish.screen": [shares, lists(cs, "sv")] }
        : {}),
      ...(sharing("screenAudio", cs, shares, false) === "deny, liftable"
        ? { "rights.publish.screenAudio": [shares, lists(cs, "sv"), lists(cs, "sa")] }
        : {}),
      "rights.admit": isOwner && lists(ca, "p", "participants") === false,
    },
  };
}
