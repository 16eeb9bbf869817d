import type { PublishKind, RightPath, StatedReading } from "@roompass/core/adapter";
import {
  adminLimitDefault,
  adminTranscribeDefault,
  dataWithoutPublishDefault,
  listedWithoutPublishDefault,
  rightDefaults,
} from "./defaults.js";
import type { LivekitTrackSource, LivekitVideoGrant } from "./properties.js";

export type Readings = { readonly [path in RightPath]?: StatedReading };

type PublishSwitches = Pick<LivekitVideoGrant, "canPublish" | "canPublishSources">;

export type TrackKind = Exclude<PublishKind, "data">;

/** The source of each kind of track; a track of no listed source (`custom`) has no name of its own. */
export const sourceOfKind: Readonly<Record<TrackKind, LivekitTrackSource | undefined>> = {
  microphone: "microphone",
  camera: "camera",
  screen: "screen_share",
  screenAudio: "screen_share_audio",
  custom: undefined,
};

export const trackKinds = Object.keys(sourceOfKind) as readonly TrackKind[];

/** The listed sources; an empty list says the same as none. */
export function listedSources({ canPublishSources }: PublishSwitches): readonly LivekitTrackSource[] | undefined {
  return canPublishSources === undefined || canPublishSources.length === 0 ? undefined : canPublishSources;
}

function readingOfKind(kind: TrackKind, video: PublishSwitches): StatedReading {
  const sources = listedSources(video);
  if (sources === undefined) {
    if (video.canPublish === undefined) return rightDefaults[`rights.publish.${kind}`].value;
    return video.canPublish ? "allow" : "deny";
  }
  const source = sourceOfKind[kind];
  if (source === undefined || !sources.includes(source)) return "deny";
  return video.canPublish === false ? listedWithoutPublishDefault.value : "allow";
}

/** What the tracks read as; the list of sources supersedes `canPublish`. */
export function publishReadings(
  video: PublishSwitches,
): Readonly<Record<`rights.publish.${TrackKind}`, StatedReading>> {
  return {
    "rights.publish.microphone": readingOfKind("microphone", video),
    "rights.publish.camera": readingOfKind("camera", video),
    "rights.publish.screen": readingOfKind("screen", video),
    "rights.publish.screenAudio": readingOfKind("screenAudio", video),
    "rights.publish.custom": readingOfKind("custom", video),
  };
}

export function dataReading({
  canPublish,
  canPublishData,
}: Pick<LivekitVideoGrant, "canPublish" | "canPublishData">): StatedReading {
  if (canPublishData !== undefined) return canPublishData ? "allow" : "deny";
  return canPublish === false ? dataWithoutPublishDefault.value : rightDefaults["rights.publish.data"].value;
}

export function subscribeReading(canSubscribe: boolean | undefined): StatedReading {
  if (canSubscribe === undefined) return rightDefaults["rights.subscribe"].value;
  return canSubscribe ? "allow" : "deny";
}

export function visibleReading(hidden: boolean | undefined): StatedReading {
  if (hidden === undefined) return rightDefaults["rights.visible"].value;
  return hidden ? "deny" : "allow";
}

/** An admin can lift what is denied. */
function liftedByAdmin(reading: StatedReading): StatedReading {
  return reading === "deny" ? adminLimitDefault.value : reading;
}

/** What is said of a holder's own sending, receiving and being seen, beside `roomAdmin` or without it. */
export function besideAdmin<Limits extends Readings>(isAdmin: boolean, limits: Limits): Limits {
  if (!isAdmin) return limits;
  const lifted = Object.entries(limits).map(([path, reading]) => [path, liftedByAdmin(reading)]);
  return Object.fromEntries(lifted) as Limits;
}

type AdminPath = `rights.moderate.${"media" | "remove" | "permissions"}` | "rights.transcribe";

export function adminReadings(isAdmin: boolean): Readonly<Record<AdminPath, StatedReading>> {
  const moderate = (path: RightPath): StatedReading => (isAdmin ? "allow" : rightDefaults[path].value);
  return {
    "rights.moderate.media": moderate("rights.moderate.media"),
    "rights.moderate.remove": moderate("rights.moderate.remove"),
    "rights.moderate.permissions": moderate("rights.moderate.permissions"),
    "rights.transcribe": isAdmin ? adminTranscribeDefault.value : rightDefaults["rights.transcribe"].value,
  };
}

/**
 * `roomRecord` starts recordings and streams in every room, by way of the server API: more than the right in one room,
 * and nothing that a client can do inside, so it is never promised.
 */
export function captureReadings(
  mayRecord: boolean,
): Readonly<Record<"rights.record" | "rights.livestream", StatedReading>> {
  return {
    "rights.record": mayRecord ? "possible" : rightDefaults["rights.record"].value,
    "rights.livestream": mayRecord ? "possible" : rightDefaults["rights.livestream"].value,
  };
}

/** What each right reads as under a `video` claim. */
export function readingsOfVideo(video: LivekitVideoGrant): Readonly<Record<RightPath, StatedReading>> {
  const isAdmin = video.roomAdmin === true;
  const limit = (reading: StatedReading): StatedReading => (isAdmin ? liftedByAdmin(reading) : reading);
  const publish = publishReadings(video);
  const admin = adminReadings(isAdmin);
  const capture = captureReadings(video.roomRecord === true);
  // Written out member by member: this runs for every token that is issued, verified or moved, and merging is slow.
  return {
    "rights.publish.microphone": limit(publish["rights.publish.microphone"]),
    "rights.publish.camera": limit(publish["rights.publish.camera"]),
    "rights.publish.screen": limit(publish["rights.publish.screen"]),
    "rights.publish.screenAudio": limit(publish["rights.publish.screenAudio"]),
    "rights.publish.custom": limit(publish["rights.publish.custom"]),
    "rights.publish.data": limit(dataReading(video)),
    "rights.subscribe": limit(subscribeReading(video.canSubscribe)),
    "rights.visible": limit(visibleReading(video.hidden)),
    "rights.moderate.media": admin["rights.moderate.media"],
    "rights.moderate.remove": admin["rights.moderate.remove"],
    "rights.moderate.permissions": admin["rights.moderate.permissions"],
    "rights.admit": rightDefaults["rights.admit"].value,
    "rights.record": capture["rights.record"],
    "rights.livestream": capture["rights.livestream"],
    "rights.transcribe": admin["rights.transcribe"],
  };
}
