// What the tables of traps share: where a plain person's token leads at each vendor, and how a trap is refused.
import { expiresAt as exp } from "./words.mjs";

const everyKind = "rights.publish{microphone,camera,screen,screenAudio,custom}";
const elsewhere = ["advisory rights.record", "advisory rights.livestream", "advisory rights.transcribe"];

/** What a silent participant of each vendor sends and receives, as another vendor's report has it. */
const does = {
  daily: [`assumed ${everyKind}`, "advisory rights.publish.data"],
  livekit: [`assumed ${everyKind}`, "assumed rights.publish.data"],
  metered: ["assumed rights.publish{microphone,camera,screen}", "advisory rights.publish{screenAudio,custom,data}"],
  videosdk: ["assumed rights.publish{microphone,camera,screen}", "advisory rights.publish{screenAudio,custom,data}"],
};

const received = ["assumed rights.subscribe", "assumed rights.visible"];

/** A person's plain token at each vendor. */
const properties = {
  daily: { room_name: "standup", user_id: "u_1", exp, permissions: { canAdmin: false } },
  livekit: { sub: "u_1", exp, video: { roomJoin: true, room: "standup" } },
  metered: { roomName: "standup", expireUnixSec: exp, externalUserId: "u_1", isAdmin: false },
  videosdk: {
    permissions: ["allow_join"],
    version: 2,
    roomId: "standup",
    participantId: "u_1",
    roles: ["rtc"],
    exp,
  },
};

/** What happens to recording and to what is done to others, by where the token comes from and goes to. */
const powers = {
  "daily livekit": ["narrowed rights.record"],
  "daily metered": elsewhere,
  "daily videosdk": ["advisory rights.moderate.remove", "advisory rights.admit", ...elsewhere],
  "livekit daily": ["advisory rights.record"],
  "livekit metered": elsewhere,
  "livekit videosdk": ["advisory rights.moderate.remove", "advisory rights.admit", ...elsewhere],
  "metered daily": ["advisory rights.record", "narrowed rights.livestream", "narrowed rights.transcribe"],
  "metered livekit": ["narrowed rights.record", "narrowed rights.livestream", "narrowed rights.transcribe"],
  "metered videosdk": ["advisory rights.moderate.remove", "advisory rights.admit", ...elsewhere],
  "videosdk daily": [
    "narrowed rights.admit",
    "advisory rights.record",
    "narrowed rights.livestream",
    "narrowed rights.transcribe",
  ],
  "videosdk livekit": [
    "narrowed rights.admit",
    "narrowed rights.record",
    "narrowed rights.livestream",
    "narrowed rights.transcribe",
  ],
  "videosdk metered": ["narrowed rights.admit", ...elsewhere],
};

/** A plain person's token, with `changes` of its properties, without some lines of the report and with others. */
export const plainly = (from, to, changes = {}, { without = [], report = [] } = {}) => ({
  properties: { ...properties[to], ...changes },
  report: [
    ...["moved room", ...does[from], ...received, ...powers[`${from} ${to}`]].filter((line) => !without.includes(line)),
    ...report,
  ],
});

const vendors = ["daily", "livekit", "metered", "videosdk"];

/** Refused by each other vendor for the same reason. */
export const nowhere = (from, ...refused) =>
  Object.fromEntries(vendors.filter((vendor) => vendor !== from).map((vendor) => [vendor, { refused }]));

/** The plain token at each other vendor. */
export const plainEverywhere = (from) =>
  Object.fromEntries(vendors.filter((vendor) => vendor !== from).map((vendor) => [vendor, plainly(from, vendor)]));
