// VideoSDK's tokens issued anew at VideoSDK: what stays, what is told to the client again, and what is asked for.
import { expiresAt as exp, issuedAt as iat, now } from "./words.mjs";

const generated = "2kyv-gzay-64pg";
const person = {
  apikey: "key",
  permissions: ["allow_join"],
  version: 2,
  roomId: generated,
  participantId: "u_1",
  roles: ["rtc"],
  iat,
  exp,
};
const joining = { participantId: "u_1" };

const kept = (
  id,
  comment,
  changes,
  { policy, join = joining, room = [`room roomId "${generated}"`], becomes = {}, report = [] } = {},
) => ({
  id: `kept-${id}`,
  comment,
  claims: { ...person, ...changes },
  ...(policy === undefined ? {} : { policy }),
  becomes: { videosdk: { properties: { ...person, ...changes, ...becomes }, report, join, room } },
});

const asked = (id, comment, changes, refused, { policy } = {}) => ({
  id: `kept-${id}`,
  twin: "kept-person",
  comment,
  claims: { ...person, ...changes },
  ...(policy === undefined ? {} : { policy }),
  becomes: { videosdk: { refused } },
});

const everywhere = { roomId: undefined };
const narrow = (narrowed) => ({ policy: { narrow: narrowed } });

export const videosdkKept = [
  kept("person", "one person in one room", {}),
  kept("nobody-in-particular", "whoever has it, in one room", { participantId: undefined }, { join: {} }),
  kept("moderator", "a moderator stays one", { permissions: ["allow_join", "allow_mod"] }),
  kept("guest", "a guest still asks", { permissions: ["ask_join"] }),
  kept("every-room", "every room of the project", everywhere, { room: [] }),
  kept(
    "custom-room",
    "a room under a name of one's own",
    { roomId: "Weekly-Standup" },
    {
      room: ['room customRoomId "Weekly-Standup"'],
    },
  ),
  kept(
    "server-api",
    "a server joins nothing, so that its client is told nothing",
    { roles: ["crawler"] },
    { join: {} },
  ),
  kept("both-roles", "both roles stay both", { roles: ["crawler", "rtc"] }),
  kept("token-id", "a token id stays", { jti: "4f2c2d1e" }),
  kept("past-start", "a beginning that lies behind stays", { nbf: now - 60 }),
  kept("no-start", "so does a beginning at zero", { nbf: 0 }),
  kept(
    "unknown-member",
    "a claim that nobody knows stays where it stood",
    { "x-note": "kept" },
    {
      becomes: { "x-note": undefined },
    },
  ),
  kept(
    "shorter",
    "cut short",
    {},
    {
      ...narrow({ expiresAt: exp - 60 }),
      becomes: { exp: exp - 60 },
      report: ["narrowed expiresAt"],
    },
  ),
  kept("one-room", "one room of all of them", everywhere, {
    ...narrow({ room: generated }),
    becomes: { roomId: generated },
    report: ["narrowed room"],
  }),
  kept(
    "one-person",
    "one person of all of them",
    { participantId: undefined },
    {
      ...narrow({ participant: { id: "u_1" } }),
      becomes: { participantId: "u_1" },
      report: ["narrowed participant.id"],
    },
  ),
  kept(
    "asks-now",
    "somebody who walked in, and now asks",
    {},
    {
      ...narrow({ entry: "ask" }),
      becomes: { permissions: ["ask_join"] },
      report: ["narrowed entry", "narrowed rights.admit"],
    },
  ),
  asked(
    "two-rooms",
    "two rooms have no place",
    everywhere,
    ["room, try: policy narrow.room"],
    narrow({
      room: { anyOf: [generated, "abcd-efgh-ijkl"] },
    }),
  ),
  asked("no-end", "nobody documents what a token without an end means", { exp: undefined }, [
    "expiresAt, try: policy narrow.expiresAt",
  ]),
  asked("person-with-space", "an id that the server refuses", { participantId: "user 7" }, ["participant.id"]),
  asked(
    "started-later",
    "begun later, the token would rest on a claim without an effect",
    { nbf: now + 60 },
    ['notBefore, try: policy allowWidening ["notBefore"]'],
    narrow({ notBefore: now + 120 }),
  ),
];
