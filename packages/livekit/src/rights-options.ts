import { deepFreeze, type Option } from "@roompass/core/kit";
import { type LivekitTrackSource, type LivekitVideoGrant, trackSources } from "./properties.js";
import {
  adminReadings,
  besideAdmin,
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

/** Every non-empty list of sources; the empty one would give all of them. */
const sourceLists: readonly (readonly LivekitTrackSource[])[] = Array.from({ length: 15 }, (_, index) =>
  trackSources.filter((_source, bit) => ((index + 1) & (1 << bit)) !== 0),
);

function eachOf(
  first: VideoChoice,
  rest: readonly VideoChoice[],
  readingsOf: (choice: VideoChoice) => VideoOption["readings"],
): VideoOptions {
  const optionOf = (choice: VideoChoice): VideoOption => ({ choice, readings: readingsOf(choice) });
  return [optionOf(first), ...rest.map(optionOf)];
}

/** The same ways beside either role, made once. */
function byRole(optionsOf: (isAdmin: boolean) => VideoOptions): (isAdmin: boolean) => VideoOptions {
  const [others, admins] = [deepFreeze(optionsOf(false)), deepFreeze(optionsOf(true))];
  return (isAdmin) => (isAdmin ? admins : others);
}

/** The ways to say which tracks may be sent, quietest first. */
export const publishOptions = byRole((isAdmin) => {
  const lists = sourceLists.map((canPublishSources) => ({ canPublishSources }));
  return eachOf({}, [{ canPublish: false }, { canPublish: true }, ...lists], (choice) =>
    besideAdmin(isAdmin, publishReadings(choice)),
  );
});

/** What data reads as follows `canPublish` where the token does not speak of data. */
export function dataOptions({ canPublish }: VideoChoice, isAdmin: boolean): VideoOptions {
  const switches = canPublish === undefined ? {} : { canPublish };
  return eachOf({}, [{ canPublishData: false }, { canPublishData: true }], (choice) =>
    besideAdmin(isAdmin, { "rights.publish.data": dataReading({ ...switches, ...choice }) }),
  );
}

/** Where the grant denies data, silence is no way to say so. */
export const noDataOptions = byRole((isAdmin) =>
  eachOf({ canPublishData: false }, [], (choice) =>
    besideAdmin(isAdmin, { "rights.publish.data": dataReading(choice) }),
  ),
);

const readingsOfSubscribe =
  (isAdmin: boolean) =>
  ({ canSubscribe }: VideoChoice): VideoOption["readings"] =>
    besideAdmin(isAdmin, { "rights.subscribe": subscribeReading(canSubscribe) });

export const subscribeOptions = byRole((isAdmin) =>
  eachOf({}, [{ canSubscribe: false }, { canSubscribe: true }], readingsOfSubscribe(isAdmin)),
);

export const noSubscribeOptions: VideoOptions = deepFreeze(
  eachOf({ canSubscribe: false }, [], readingsOfSubscribe(false)),
);

export const visibleOptions = byRole((isAdmin) =>
  eachOf({}, [{ hidden: true }, { hidden: false }], ({ hidden }) =>
    besideAdmin(isAdmin, { "rights.visible": visibleReading(hidden) }),
  ),
);

export const adminOptions: VideoOptions = deepFreeze([
  { choice: {}, readings: adminReadings(false) },
  { choice: { roomAdmin: true }, readings: adminReadings(true) },
]);

/** Whoever must not be an admin. */
export const noAdminOptions: VideoOptions = deepFreeze([adminOptions[0]]);

export const captureOptions: VideoOptions = deepFreeze([
  { choice: {}, readings: captureReadings(false) },
  { choice: { roomRecord: true }, readings: captureReadings(true) },
]);

/** `roomRecord` is a right of the server API: whoever only joins never gets it. */
export const noCaptureOptions: VideoOptions = deepFreeze([captureOptions[0]]);
