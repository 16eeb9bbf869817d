// What becomes of LiveKit's tokens at each other vendor: what all of them have in common, and what a row adds.
import { mayRecord, mayRemoveAndAdmit } from "./translate-lines.mjs";
import { expiresAt as exp } from "./words.mjs";

const moved = 'moved room, try: room name "standup"';

/**
 * Silent LiveKit grants let everybody send, receive and be seen, data included; the other vendors let people do so too,
 * and none of them has a token that could withhold data.
 */
export const does = {
  send: "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
  sendData: "assumed rights.publish.data",
  receive: "assumed rights.subscribe",
  isSeen: "assumed rights.visible",
};

const everything = Object.values(does);

/** Without the lines of what a row's token says itself. */
const lines = (without, others = []) => [...everything.filter((line) => !without.includes(line)), ...others];

/** Daily: the room decides on recording; a guest's administration is withheld as LiveKit withholds it. */
export const toDaily = ({
  properties = {},
  permissions = { canAdmin: false },
  without = [],
  report = [],
  room = moved,
  ...others
} = {}) => ({
  properties: { room_name: "standup", user_id: "u_1", exp, permissions, ...properties },
  report: [room, ...lines(without, report), "advisory rights.record"],
  room: ['room privacy "private"'],
  ...others,
});

/** Metered: nobody documents who records, streams and transcribes. */
export const toMetered = ({
  properties = {},
  without = [],
  report = [],
  room = 'moved room, try: room roomName "standup"',
  ...others
} = {}) => ({
  properties: { roomName: "standup", expireUnixSec: exp, externalUserId: "u_1", isAdmin: false, ...properties },
  report: [room, ...lines(without, report), ...mayRecord],
  room: ['room roomName "standup"', 'room privacy "private"'],
  ...others,
});

/** VideoSDK: the same, and whoever is inside answers those who ask. */
export const toVideosdk = ({
  properties = {},
  join = {},
  without = [],
  report = mayRemoveAndAdmit,
  room = 'moved room, try: room customRoomId "standup"',
  requirement = 'room customRoomId "standup"',
} = {}) => ({
  properties: {
    permissions: ["allow_join"],
    version: 2,
    roomId: "standup",
    participantId: "u_1",
    roles: ["rtc"],
    exp,
    ...properties,
  },
  report: [room, ...lines(without, report), ...mayRecord],
  join: { participantId: "u_1", ...join },
  room: [requirement],
});

/** Refused by every vendor, for the same reason. */
export const refusedByAll = (...refused) => ({ daily: { refused }, metered: { refused }, videosdk: { refused } });

/** Only Daily's tokens can hold it. */
export const onlyDaily = (daily, ...refused) => ({ daily, metered: { refused }, videosdk: { refused } });

/** `path` is refused unless the caller allows it by name. */
export const unlessAllowed = (path) => `${path}, try: policy allowWidening ["${path}"]`;
