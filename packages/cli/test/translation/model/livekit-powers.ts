import { type Powers, type Right, type Said, sure } from "@roompass/conformance/order";

type Claims = Readonly<Record<string, unknown>>;
type Flag = boolean | undefined;

/** What was said, or what holds in silence. */
const orElse = (said: Flag, silence: Said): Said => (said === undefined ? silence : said ? "allow" : "deny");

/** The source of each kind of track; one that belongs to none of the four has no name in a list. */
const sources: Readonly<Record<string, string>> = {
  microphone: "microphone",
  camera: "camera",
  screen: "screen_share",
  screenAudio: "screen_share_audio",
  custom: "",
};

/** A list that is not empty counts instead of `canPublish`; beside a `false` the server's code and the documents differ. */
function sending(kind: string, list: readonly unknown[], publishes: Flag): Said {
  if (list.length === 0) return orElse(publishes, "default(allow)");
  if (!list.includes(sources[kind])) return "deny";
  return publishes === false ? "deny, liftable" : "allow";
}

/** Unset, data follows `canPublish` in the code and is allowed by the package's comment. */
function sendingData(said: Flag, publishes: Flag): Said {
  return orElse(said, publishes === false ? "deny, liftable" : "default(allow)");
}

/** Grants of the server API that no room bounds. */
const ofTheProject: Readonly<Record<string, readonly string[]>> = {
  video: ["roomCreate", "roomList", "roomRecord", "ingressAdmin", "agent"],
  sip: ["admin", "call"],
  agent: ["admin", "createSimulation"],
  inference: ["perform"],
  observability: ["write"],
};

function projectRights(claims: Claims): string[] {
  return Object.entries(ofTheProject).flatMap(([group, names]) => {
    const members = (claims[group] ?? {}) as Claims;
    return names.filter((name) => members[name] === true).map((name) => `${group}.${name}`);
  });
}

/** What a room's admin, who changes everybody's permissions, is not kept from by its own limits. */
const limits: ReadonlySet<string> = new Set(["publish", "subscribe", "visible"]);

function rightsOf(video: Claims): Readonly<Record<Right, Said>> {
  const flag = (name: string): Flag => video[name] as Flag;
  const list = (video["canPublishSources"] ?? []) as readonly unknown[];
  const publishes = flag("canPublish");
  const isAdmin = video["roomAdmin"] === true;
  const moderates = isAdmin ? "allow" : "default(deny)";
  const records = video["roomRecord"] === true ? "possible" : "default(deny)";
  const hidden = flag("hidden");
  const can: Record<Right, Said> = {
    "rights.publish.microphone": sending("microphone", list, publishes),
    "rights.publish.camera": sending("camera", list, publishes),
    "rights.publish.screen": sending("screen", list, publishes),
    "rights.publish.screenAudio": sending("screenAudio", list, publishes),
    "rights.publish.custom": sending("custom", list, publishes),
    "rights.publish.data": sendingData(flag("canPublishData"), publishes),
    "rights.subscribe": orElse(flag("canSubscribe"), "default(allow)"),
    "rights.visible": orElse(hidden === undefined ? undefined : !hidden, "default(allow)"),
    "rights.moderate.media": moderates,
    "rights.moderate.remove": moderates,
    "rights.moderate.permissions": moderates,
    "rights.admit": "default(deny)",
    "rights.record": records,
    "rights.livestream": records,
    // An admin dispatches agents; whether one of them transcribes is the project's matter.
    "rights.transcribe": isAdmin ? "default(deny), liftable" : "default(deny)",
  };
  if (!isAdmin) return can;
  const lifted = Object.entries(can).map(([right, said]) => {
    const isLimit = limits.has(right.split(".")[1] ?? "");
    return [right, isLimit && said === "deny" ? "deny, liftable" : said];
  });
  return Object.fromEntries(lifted) as Record<Right, Said>;
}

/** Why a denial may not hold, where that is not the admin's doing alone. */
function doubtsOf(video: Claims, can: Readonly<Record<Right, Said>>): Powers["words"] {
  const isDoubted = (right: Right): boolean => can[right] === "deny, liftable";
  const listed = Object.keys(sources).map((kind) => `rights.publish.${kind}` as Right);
  return {
    ...(isDoubted("rights.publish.data") ? { "rights.publish.data": ["said", video["canPublishData"]] } : {}),
    ...(video["roomAdmin"] === true
      ? {}
      : Object.fromEntries(listed.filter(isDoubted).map((right) => [right, "listed beside a false"]))),
  };
}

/** What somebody can do with a LiveKit token. */
export function livekitPowers(claims: Claims): Powers {
  const video = (claims["video"] ?? {}) as Claims;
  const joins = video["roomJoin"] === true;
  const project = projectRights(claims);
  const callsApi = project.length > 0 || (video["roomAdmin"] === true && !joins);
  const room = video["room"] as string | undefined;
  // Older tokens of the Go package have the identity in `jti`.
  const person = ((claims["sub"] as string | undefined) || (joins ? claims["jti"] : undefined) || undefined) as
    | string
    | undefined;
  const api = callsApi ? ["api"] : [];
  const most = [...api, ...(joins ? ["participant"] : [])];
  const can = rightsOf(video);
  const end = claims["exp"] as number | undefined;
  const records = video["roomRecord"] === true;
  return {
    account: claims["iss"] as string | undefined,
    // Nobody joins for certain without a room or an identity.
    purposes: { least: joins && (room === undefined || person === undefined) ? api : most, most },
    room: { least: room, most: project.length > 0 ? undefined : room },
    from: sure(Math.max(0, (claims["nbf"] as number | undefined) ?? 0)),
    // Required; verifiers that did not ask for it let such tokens live for ever.
    until: { least: end ?? "not said", most: end ?? "never" },
    maxSeconds: sure(Number.POSITIVE_INFINITY),
    // It is looked at when somebody first connects.
    endsAtExpiry: sure(false),
    walksIn: sure(true),
    person: sure(person),
    can,
    recordsAs: undefined,
    receives: undefined,
    startsRecording: undefined,
    startsTranscription: false,
    words: {
      purpose: [project, most],
      room: [room],
      expiresAt: [end],
      ...(records ? { "rights.record": "roomRecord", "rights.livestream": "roomRecord" } : {}),
      ...doubtsOf(video, can),
    },
  };
}
