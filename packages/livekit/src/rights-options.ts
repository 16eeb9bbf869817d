import { deepFreeze, type Option } from "@roompass/core/kit";
import { type LivekitTrackSource, type LivekitVideoGrant, trackSources } from "./properties.js";
import {
  adminReadings,
  captureReadings,
  dataReading,
  publishReadings,
  subscribeReading,
  visibleReading,
} from "./readings.js";

/** A choice of members of `video`. */
export type VideoChoice = Partial<LivekitVideoGrant>;
export type VideoOption = Option<VideoChoice>;
export type VideoOptions = readonly [VideoOption, ...VideoOption[]];

type PublishChoice = Pick<LivekitVideoGrant, "canPublish" | "canPublishSources">;

function publishOption(choice: PublishChoice): VideoOption {
  return { choice, readings: publishReadings(choice) };
}

/** Every non-empty list of sources; the empty one would give all of them. */
const sourceLists: readonly (readonly LivekitTrackSource[])[] = Array.from({ length: 15 }, (_, index) =>
  trackSources.filter((_source, bit) => ((index + 1) & (1 << bit)) !== 0),
);

/** The ways to say which tracks may be sent, quietest first. */
export const publishOptions: VideoOptions = deepFreeze([
  publishOption({}),
  publishOption({ canPublish: false }),
  publishOption({ canPublish: true }),
  ...sourceLists.map((canPublishSources) => publishOption({ canPublishSources })),
]);

/** What data reads as follows `canPublish` where the token does not speak of data. */
export function dataOptions({ canPublish }: VideoChoice): VideoOptions {
  const said: readonly Pick<LivekitVideoGrant, "canPublishData">[] = [
    { canPublishData: false },
    { canPublishData: true },
  ];
  const switches = canPublish === undefined ? {} : { canPublish };
  const optionOf = (choice: Pick<LivekitVideoGrant, "canPublishData">): VideoOption => ({
    choice,
    readings: { "rights.publish.data": dataReading({ ...switches, ...choice }) },
  });
  return [optionOf({}), ...said.map(optionOf)];
}

function subscribeOption(choice: Pick<LivekitVideoGrant, "canSubscribe">): VideoOption {
  return { choice, readings: { "rights.subscribe": subscribeReading(choice.canSubscribe) } };
}

export const noSubscribeOptions: VideoOptions = deepFreeze([subscribeOption({ canSubscribe: false })]);

export const subscribeOptions: VideoOptions = deepFreeze([
  subscribeOption({}),
  ...noSubscribeOptions,
  subscribeOption({ canSubscribe: true }),
]);

function visibleOption(choice: Pick<LivekitVideoGrant, "hidden">): VideoOption {
  return { choice, readings: { "rights.visible": visibleReading(choice.hidden) } };
}

export const visibleOptions: VideoOptions = deepFreeze([
  visibleOption({}),
  visibleOption({ hidden: true }),
  visibleOption({ hidden: false }),
]);

export const adminOptions: VideoOptions = deepFreeze([
  { choice: {}, readings: adminReadings(false) },
  { choice: { roomAdmin: true }, readings: adminReadings(true) },
]);

export const captureOptions: VideoOptions = deepFreeze([
  { choice: {}, readings: captureReadings(false) },
  { choice: { roomRecord: true }, readings: captureReadings(true) },
]);

/** `roomRecord` is a right of the server API: whoever only joins never gets it. */
export const noCaptureOptions: VideoOptions = deepFreeze([captureOptions[0]]);
