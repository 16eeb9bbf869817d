import type { Native } from "@roompass/core/adapter";
import { sameValue } from "@roompass/core/kit";
import type { LivekitProperties, LivekitTrackSource, LivekitVideoGrant } from "../properties.js";
import { trackSources } from "../properties.js";
import { purposesOf } from "../purposes.js";
import { now } from "./provider.js";

/** What a list of choices for each member yields; `undefined` leaves the member out. */
export function enumerate<Members>(choices: { readonly [name in keyof Members]?: readonly unknown[] }): Members[] {
  let found: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(choices)) {
    found = found.flatMap((members) =>
      (values as readonly unknown[]).map((value) => (value === undefined ? members : { ...members, [name]: value })),
    );
  }
  return found as Members[];
}

export function nativeOf(
  properties: LivekitProperties,
  unknown: Record<string, unknown> = {},
): Native<LivekitProperties> {
  return { properties, unknown, findings: [] };
}

/** Values that are not the same, for spaces so large that comparing them one expectation at a time takes minutes. */
export function differing<Item>(
  items: readonly Item[],
  actual: (item: Item) => unknown,
  expected: (item: Item) => unknown,
) {
  return items
    .map((item) => ({ item, actual: actual(item), expected: expected(item) }))
    .filter((row) => !sameValue(row.actual, row.expected))
    .slice(0, 3);
}

const flag = [undefined, true, false] as const;

/** Every non-empty list of sources, in the order in which they are written. */
export const sourceLists: readonly (readonly LivekitTrackSource[])[] = Array.from({ length: 15 }, (_, index) =>
  trackSources.filter((_source, bit) => ((index + 1) & (1 << bit)) !== 0),
);

/** Every `video` of a participant, as far as the neutral rights go. */
export const everyVideo: readonly LivekitVideoGrant[] = enumerate<LivekitVideoGrant>({
  roomJoin: [true],
  room: ["standup"],
  roomAdmin: flag,
  canPublish: flag,
  canPublishSources: [undefined, ...sourceLists],
  canPublishData: flag,
  canSubscribe: flag,
  hidden: flag,
});

/** Those that do not contradict themselves. */
export const canonicalVideo: readonly LivekitVideoGrant[] = everyVideo.filter(
  ({ canPublish, canPublishSources }) => canPublish !== false || canPublishSources === undefined,
);

/** What stands beside the neutral rights, in a participant's token and in a server's. */
export const canonicalProperties: readonly LivekitProperties[] = enumerate<LivekitProperties>({
  iss: [undefined, "TEST-ONLY-key"],
  sub: ["u_1"],
  jti: [undefined, "TEST-ONLY-id"],
  name: [undefined, "Alice"],
  metadata: [undefined, "", '{"team":"a"}', '{ "team": "a" }'],
  attributes: [undefined, { role: "host" }],
  kind: [undefined, "agent"],
  roomConfig: [undefined, { egress: { room: { fileOutputs: [{}] } } }],
  iat: [undefined, now],
  nbf: [undefined, 0, now + 60],
  exp: [undefined, now + 3600],
  video: [
    { roomJoin: true, room: "standup" },
    { roomJoin: true, room: "standup", canPublish: true, canPublishSources: ["camera"], recorder: false },
  ],
});

const server = { exp: now + 3600 };
const off = [undefined, false, true] as const;

/** Tokens for the server API, with or without joining a room. */
export const serverProperties: readonly LivekitProperties[] = [
  ...enumerate<LivekitVideoGrant>({
    roomJoin: off,
    room: [undefined, "standup"],
    roomAdmin: off,
    roomCreate: off,
    roomRecord: off,
    agent: off,
    canUpdateOwnMetadata: off,
    destinationRoom: [undefined, "breakout"],
  }).flatMap((video) => [
    { ...server, video },
    { ...server, sub: "u_1", video },
    { ...server, jti: "TEST-ONLY-id", video },
  ]),
  ...enumerate<LivekitProperties>({
    exp: [now + 3600],
    video: [undefined, { roomCreate: false }, { roomList: true }],
    sip: [undefined, {}, { admin: false }, { admin: true, call: false }],
    agent: [undefined, { admin: true }, { createSimulation: false }],
    inference: [undefined, { perform: true }],
    observability: [undefined, { write: false }, { write: true }],
  }),
];

/** Whether the token gives something and names what LiveKit's documents ask for, as those do that are minted here. */
export function isComplete(properties: LivekitProperties): boolean {
  const { sub, video } = properties;
  if (purposesOf(properties).length === 0) return false;
  const joins = video?.roomJoin === true;
  return (!joins || sub !== undefined) && (!(joins || video?.roomAdmin === true) || video?.room !== undefined);
}
