import { now } from "../vendors.ts";
import { type Claims, combine, inside, multiply } from "./combine.ts";

const absent = undefined;
const flag = [absent, true, false] as const;
const plain = { sub: "u_1", exp: now + 3600 };
const joins = { roomJoin: true, room: "room-a" };
const everySource = ["camera", "microphone", "screen_share", "screen_share_audio"];

const withVideo = (first: readonly Claims[], videos: readonly Claims[]): Claims[] =>
  multiply(first, inside("video", videos));

/** Everything that a participant's token can say about rights: three values each, and lists of sources. */
const everyRight = withVideo(
  [plain],
  multiply(
    [joins],
    combine({
      roomAdmin: flag,
      canPublish: flag,
      canPublishSources: [absent, [], ["camera"], ["camera", "microphone"], everySource],
      canPublishData: flag,
      canSubscribe: flag,
      hidden: flag,
    }),
  ),
);

/** Those that withhold nothing from their holder which other vendors' tokens cannot withhold. */
const everyRole = withVideo(
  combine({
    iss: ["key"],
    sub: [absent, "u_1"],
    exp: [now + 3600],
    nbf: [absent, now - 60, now + 60],
    name: [absent, "Ada"],
  }),
  multiply(
    [joins],
    combine({
      roomAdmin: flag,
      canPublish: [absent, true],
      canPublishData: [absent, true],
      canSubscribe: [absent, true],
      hidden: [absent, false],
      canUpdateOwnMetadata: [absent, true, false],
    }),
  ),
);

/** Rights on the server API, beside joining a room and without. */
const everyServer = withVideo(
  combine({ iss: ["key"], sub: [absent, "u_1"], exp: [now + 3600] }),
  combine({
    roomJoin: [absent, true],
    room: [absent, "room-a"],
    roomAdmin: [absent, true],
    roomCreate: flag,
    roomList: [absent, true],
    roomRecord: [absent, true, false],
    ingressAdmin: [absent, true],
    recorder: [absent, true, false],
    canPublish: [absent, false],
  }),
);

/** Everything that bounds one, for a few forms of its rights. */
const everyBound = withVideo(
  combine({
    iss: [absent, "key"],
    sub: [absent, "u_1"],
    jti: [absent, "u_1", "t_1"],
    exp: [absent, now + 3600, now - 1],
    nbf: [absent, 0, now - 60, now + 60],
    metadata: [absent, '{"seat":4}'],
    attributes: [absent, { seat: "4" }],
  }),
  multiply(combine({ room: [absent, "room-a", "room-b"] }), [
    { roomJoin: true },
    { roomJoin: true, roomAdmin: true, canPublishSources: ["camera"] },
    { roomJoin: true, canPublish: false },
    { roomJoin: false, roomAdmin: true },
  ]),
);

export const livekitSpaces = [everyRight, everyRole, everyServer, everyBound] as const;

const everyList = Array.from({ length: 15 }, (_, index) =>
  everySource.filter((_source, bit) => ((index + 1) & (1 << bit)) !== 0),
);

/** Every form of a participant's rights that is minted, for finding a better one than the one at hand. */
export const livekitForms: readonly Claims[] = withVideo(
  [plain],
  multiply(
    multiply([joins], combine({ roomAdmin: [absent, true], canPublishData: flag, canSubscribe: flag, hidden: flag })),
    [...combine({ canPublish: flag }), ...combine({ canPublishSources: everyList })],
  ),
);
