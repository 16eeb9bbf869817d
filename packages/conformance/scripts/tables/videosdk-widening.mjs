// VideoSDK's claims that are not what they seem: none of them lets a token come out stronger.
import { mayRecord, mayRecordWhereTheRoomLets, sendsWhatIsDocumented } from "./translate-lines.mjs";
import { pages, source } from "./videosdk-facts.mjs";
import { expiresAt as exp, now } from "./words.mjs";

const inRoom = { apikey: "key", version: 2, roles: ["rtc"], iat: now - 60, exp, roomId: "2kyv-gzay-64pg" };
const joins = { ...inRoom, permissions: ["allow_join"] };
const everywhere = (refused) => ({ daily: { refused }, metered: { refused } });

const rows = [
  {
    id: "plain",
    comment: "one permission, one role, one room",
    claims: joins,
    becomes: {
      daily: {
        properties: { room_name: "2kyv-gzay-64pg", exp, knocking: false, permissions: { canAdmin: false } },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true,"livestream":true,"transcribe":true}',
          ...mayRecordWhereTheRoomLets,
        ],
        room: ['room privacy "private"'],
      },
      metered: {
        properties: { roomName: "2kyv-gzay-64pg", expireUnixSec: exp, isAdmin: false },
        report: [
          'moved room, try: room name "2kyv-gzay-64pg"',
          ...sendsWhatIsDocumented,
          'narrowed rights.admit, try: policy vouch {"moderate":true,"admit":true}',
          ...mayRecord,
        ],
        room: ['room privacy "private"'],
      },
    },
  },
  {
    id: "unknown-permission",
    comment: "a permission that nobody documents gives nothing, and is not passed over",
    claims: { ...joins, permissions: ["allow_join", "allow_fly"] },
    becomes: everywhere(["claims.permissions"]),
  },
  {
    id: "permission-as-text",
    comment: "a permission that is no list",
    claims: { ...joins, permissions: "allow_join" },
    becomes: everywhere(["claims.permissions"]),
  },
  {
    id: "unknown-role",
    comment: "a role that nobody documents may be one that calls the API",
    claims: { ...joins, roles: ["rtc", "root"] },
    becomes: everywhere(["claims.roles"]),
  },
  {
    id: "empty-roles",
    comment: "an empty list of roles is none, not all of them",
    claims: { ...joins, roles: [] },
    becomes: everywhere(["claims.roles"]),
  },
  {
    id: "milliseconds",
    comment: "an expiry in milliseconds would be the year 59000",
    claims: { ...joins, exp: exp * 1000 },
    becomes: everywhere(["claims.exp", "expiresAt"]),
  },
  {
    id: "every-room-by-default",
    comment: "the server package's default without a room is good for every room, as a moderator",
    claims: { apikey: "key", permissions: ["allow_join", "allow_mod"], iat: now - 60, exp },
    becomes: everywhere(["room, try: policy narrow.room"]),
  },
];

export default {
  vendor: "videosdk",
  category: "widening",
  title: "VideoSDK claims that must not let a token come out stronger",
  source,
  spec: [pages.authentication, pages.serverPackage],
  plain: "plain",
  groups: [{ title: "Values that nobody documents, and silence that gives everything", rows }],
};
