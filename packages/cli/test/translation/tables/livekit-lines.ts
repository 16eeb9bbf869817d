import { now } from "../vendors.ts";
import type { Passes, Refused, Row } from "./row.ts";
import { mayRecord, mayRemoveAndAdmit } from "./usual-lines.ts";

const exp = now + 3600;
const moved = 'moved room, try: room name "standup"';

/** What LiveKit does not say is allowed there: three kinds of tracks are documented elsewhere, and so is the rest. */
export const silentlySends = [
  "assumed rights.publish{microphone,camera,screen,screenAudio,custom,data}",
  "assumed rights.subscribe",
  "assumed rights.visible",
] as const;

/** The same at Daily, which has a switch for every track and none for data. */
export const silentlySendsAtDaily = [
  "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
  "assumed rights.publish.data",
  "assumed rights.subscribe",
  "assumed rights.visible",
] as const;

/** Of what is not a track nothing was said, and Daily's room decides on recording. */
export const silentlyListens = [
  "assumed rights.publish.data",
  "assumed rights.subscribe",
  "assumed rights.visible",
  "advisory rights.record",
] as const;

/** LiveKit has no rights for these that a participant could hold. */
export const recordsNothing = [
  "narrowed rights.record",
  "narrowed rights.livestream",
  "narrowed rights.transcribe",
] as const;

/** An owner of Daily's who has limits that a moderator at LiveKit could lift. */
export const moderatesNothing = [
  "narrowed rights.moderate{media,remove,permissions}",
  "narrowed rights.admit",
  ...recordsNothing,
] as const;

export const tracks = ["microphone", "camera", "screen", "screenAudio", "custom"].map(
  (kind) => `rights.publish.${kind}`,
);

/** Refused where the target cannot withhold what the source withholds. */
export const withheld = (...paths: readonly string[]): Refused => ({
  refused: paths.map((path) => `${path}, try: policy allowWidening ["${path}"]`),
});

export const nowhere = (...refused: readonly string[]): Row["becomes"] => ({
  daily: { refused },
  metered: { refused },
  videosdk: { refused },
});

export const guestClaims = { sub: "u_1", exp, video: { roomJoin: true, room: "standup" } };

/** Claims of a guest of whom more is said. */
export const guestWho = (video: object, rest: object = {}): Row["claims"] => ({
  ...guestClaims,
  ...rest,
  video: { ...guestClaims.video, ...video },
});

export const dailyProperties = { room_name: "standup", user_id: "u_1", exp };
export const meteredProperties = {
  roomName: "standup",
  expireUnixSec: exp,
  externalUserId: "u_1",
  isAdmin: false,
};
export const videosdkProperties = {
  permissions: ["allow_join"],
  version: 2,
  roomId: "standup",
  participantId: "u_1",
  roles: ["rtc"],
  exp,
};
export const livekitProperties = guestClaims;

/** What a guest becomes of whom nothing else is said. */
export const asAGuest: Readonly<Record<"daily" | "metered" | "videosdk", Passes>> = {
  daily: {
    properties: { ...dailyProperties, permissions: { canAdmin: false } },
    report: [moved, ...silentlySendsAtDaily, "advisory rights.record"],
    room: ['room privacy "private"'],
  },
  metered: {
    properties: meteredProperties,
    report: ['moved room, try: room roomName "standup"', ...silentlySends, ...mayRecord],
    room: ['room roomName "standup"', 'room privacy "private"'],
  },
  videosdk: {
    properties: videosdkProperties,
    report: ['moved room, try: room customRoomId "standup"', ...silentlySends, ...mayRemoveAndAdmit, ...mayRecord],
    join: { participantId: "u_1" },
    room: ['room customRoomId "standup"'],
  },
};
