// Metered's claims that are not what they seem: none of them lets a token come out stronger.
import { pages, source } from "./metered-facts.mjs";
import { mayRecord, mayRecordWhereTheRoomLets, mayRemoveAndAdmit, sendsWhatIsDocumented } from "./translate-lines.mjs";
import { expiresAt as exp } from "./words.mjs";

const plain = { roomName: "standup", expireUnixSec: exp };
const everywhere = (refused) => ({ daily: { refused }, videosdk: { refused } });

const rows = [
  {
    id: "plain",
    comment: "an admin that was said to be none",
    claims: { data: { ...plain, isAdmin: false } },
    becomes: {
      daily: {
        properties: { room_name: "standup", exp, permissions: { canAdmin: false } },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRecordWhereTheRoomLets],
        room: ['room privacy "private"'],
      },
      videosdk: {
        properties: { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp },
        report: ['moved room, try: room name "standup"', ...sendsWhatIsDocumented, ...mayRemoveAndAdmit, ...mayRecord],
        room: ['room customRoomId "standup"'],
      },
    },
  },
  {
    id: "admin-as-text",
    comment: "`true` as text makes no admin",
    claims: { data: { ...plain, isAdmin: "true" } },
    becomes: everywhere(["claims.data.isAdmin"]),
  },
  {
    id: "stay-as-text",
    comment: "a limit that cannot be read is not none",
    claims: { data: { ...plain, ejectAfterElapsedTimeInSec: "600" } },
    becomes: everywhere(["claims.data.ejectAfterElapsedTimeInSec"]),
  },
  {
    id: "room-as-number",
    comment: "a room that cannot be read is not every room",
    claims: { data: { ...plain, roomName: 7 } },
    becomes: everywhere(["claims.data.roomName", "room, try: policy narrow.room"]),
  },
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: { data: { ...plain, expireUnixSec: exp * 1000 } },
    becomes: everywhere(["claims.data.expireUnixSec", "expiresAt"]),
  },
  {
    id: "unknown-beside-data",
    comment: "a member that nobody knows may be a restriction, also beside the data",
    claims: { data: plain, audioOnly: true },
    becomes: everywhere(['unknown.audioOnly, try: policy ignoreUnknown ["audioOnly"]']),
  },
  {
    id: "unknown-in-data",
    comment: "a member that nobody knows may be a restriction, also within the data",
    claims: { data: { ...plain, audioOnly: true } },
    becomes: everywhere(['unknown.data.audioOnly, try: policy ignoreUnknown ["data.audioOnly"]']),
  },
];

export default {
  vendor: "metered",
  category: "widening",
  title: "Metered claims that must not let a token come out stronger",
  source,
  spec: [pages.mint, pages.guide],
  plain: "plain",
  groups: [{ title: "Values that nobody documents, and members that nobody knows", rows }],
};
