// Metered: times at the edges, of the token and of the room.
import { claims, grant, pages } from "./metered-facts.mjs";
import { between, expiresAt, now, surely, warning } from "./words.mjs";

const notPositive = (path) => warning("metered.not-positive", path);

/** Times of a token, and when its holder can surely join, and perhaps. */
const window = (
  id,
  comment,
  fields,
  beside,
  { room, says = {}, findings = [], residue, lowest, highest = lowest },
) => ({
  id,
  comment,
  flags: ["TimeClaim", room === undefined ? "AssumedShape" : "RoomSettings"],
  claims: claims(fields, beside),
  ...(room === undefined ? {} : { room }),
  grant: grant(says),
  residue: residue ?? beside,
  findings,
  authority: { window: between({ notBefore: 0, expiresAt, ...lowest }, { notBefore: 0, expiresAt, ...highest }) },
});

const later = expiresAt + 600;
const earlier = expiresAt - 600;

export const windowEdges = {
  title: "When the holder can join, where times differ or say nothing",
  spec: [pages.mint, pages.guide, pages.createRoom],
  tests: [
    window(
      "window-later-beside",
      "the earlier expiry is inside",
      {},
      { exp: later },
      {
        findings: [warning("metered.time-conflict", "data.expireUnixSec")],
        lowest: { expiresAt },
        highest: { expiresAt: later },
      },
    ),
    window(
      "window-starts-same",
      "one beginning at both places",
      { notBeforeUnixSec: now + 60 },
      { nbf: now + 60 },
      {
        says: { notBefore: now + 60 },
        lowest: { notBefore: now + 60 },
      },
    ),
    window(
      "window-later-start-beside",
      "the later start is beside",
      { notBeforeUnixSec: now + 60 },
      { nbf: now + 600 },
      {
        says: { notBefore: now + 600 },
        findings: [warning("metered.time-conflict", "data.notBeforeUnixSec")],
        lowest: { notBefore: now + 600 },
        highest: { notBefore: now + 60 },
      },
    ),
    window(
      "window-start-beside-alone",
      "a start beside `data` holds by itself",
      {},
      { nbf: now + 60 },
      {
        says: { notBefore: now + 60 },
        lowest: { notBefore: now + 60 },
      },
    ),
    window(
      "window-expiry-zero",
      "an expiry of zero may be over, or none",
      { expireUnixSec: 0 },
      {},
      {
        says: { expiresAt: 0 },
        findings: [notPositive("data.expireUnixSec")],
        lowest: { expiresAt: 0 },
        highest: { expiresAt: null },
      },
    ),
    window(
      "window-expiry-negative",
      "one before 1970 is no better",
      { expireUnixSec: -1 },
      {},
      {
        says: { expiresAt: -1 },
        findings: [notPositive("data.expireUnixSec")],
        lowest: { expiresAt: -1 },
        highest: { expiresAt: null },
      },
    ),
    window(
      "window-expiry-zero-beside",
      "nor is zero beside `data`",
      {},
      { exp: 0 },
      {
        says: { expiresAt: 0 },
        findings: [notPositive("exp"), warning("metered.time-conflict", "data.expireUnixSec")],
        lowest: { expiresAt: 0 },
        highest: { expiresAt: null },
      },
    ),
    window(
      "window-start-zero-beside",
      "a start of zero beside `data` restricts nothing",
      {},
      { nbf: 0 },
      {
        findings: [notPositive("nbf")],
        lowest: {},
      },
    ),
    window(
      "window-room-earlier",
      "a room that ends earlier surely ends it",
      {},
      {},
      {
        room: { expireUnixSec: earlier },
        lowest: { expiresAt: earlier },
        highest: {},
      },
    ),
    window(
      "window-room-later",
      "a room that ends later promises nothing more",
      {},
      {},
      {
        room: { expireUnixSec: later },
        lowest: {},
        highest: { expiresAt: later },
      },
    ),
    window(
      "window-room-alone",
      "a token without an expiry in a room with one",
      { expireUnixSec: undefined },
      {},
      {
        room: { expireUnixSec: later },
        says: { expiresAt: null },
        lowest: { expiresAt: later },
      },
    ),
    window(
      "window-room-starts",
      "a room that begins later holds the holder back",
      {},
      {},
      {
        room: { notBeforeUnixSec: now + 60 },
        lowest: { notBefore: now + 60 },
      },
    ),
    window(
      "window-room-starts-later",
      "of two starts the later is promised",
      { notBeforeUnixSec: now + 60 },
      {},
      {
        room: { notBeforeUnixSec: now + 600 },
        says: { notBefore: now + 60 },
        lowest: { notBefore: now + 600 },
        highest: { notBefore: now + 60 },
      },
    ),
    window(
      "window-room-zeros",
      "zeros in a room's settings are what explorers of an API fill in",
      {},
      {},
      {
        room: { expireUnixSec: 0, notBeforeUnixSec: 0, ejectAfterElapsedTimeInSec: 0 },
        lowest: {},
      },
    ),
    window(
      "window-room-odd",
      "a room's times as text, with a fraction or before 1970 are nothing",
      {},
      {},
      {
        room: { expireUnixSec: `${earlier}`, notBeforeUnixSec: now + 0.5, ejectAfterElapsedTimeInSec: -600 },
        lowest: {},
      },
    ),
  ],
};

const stay = (id, comment, seconds, { room, ends = false, findings = [], lowest, highest = lowest }) => ({
  id,
  comment,
  flags: ["TimeClaim", room === undefined ? "UnknownStance" : "RoomSettings"],
  claims: claims({ ejectAfterElapsedTimeInSec: seconds, name: id }),
  ...(room === undefined ? {} : { room }),
  grant: grant({ participant: { name: id }, ...(seconds === undefined ? {} : { stay: { maxSeconds: seconds } }) }),
  findings,
  authority: {
    stay: between({ maxSeconds: lowest, endsAtExpiry: ends }, { maxSeconds: highest, endsAtExpiry: ends }),
  },
});

const unclear = [notPositive("data.ejectAfterElapsedTimeInSec")];

export const stayEdges = {
  title: "How long the holder stays, where limits differ or say nothing",
  spec: [pages.mint, pages.createRoom],
  tests: [
    stay("stay-none", "nobody is ejected where nobody says so", undefined, { lowest: null }),
    stay("stay-zero", "a limit of zero may be the shortest stay, or none", 0, {
      findings: unclear,
      lowest: 0,
      highest: null,
    }),
    stay("stay-negative", "less than nothing is no less than nothing", -60, {
      findings: unclear,
      lowest: 0,
      highest: null,
    }),
    stay("stay-one", "a second is a limit", 1, { lowest: 1 }),
    stay("stay-room-alone", "the room's limit is everybody's", undefined, {
      room: { ejectAfterElapsedTimeInSec: 600 },
      lowest: 600,
    }),
    stay("stay-room-longer", "a longer limit of the room is feared", 600, {
      room: { ejectAfterElapsedTimeInSec: 1800 },
      lowest: 600,
      highest: 1800,
    }),
    stay("stay-zero-in-limited-room", "zero beside the room's limit may lift it", 0, {
      room: { ejectAfterElapsedTimeInSec: 600 },
      findings: unclear,
      lowest: 0,
      highest: null,
    }),
    stay("stay-room-text", "a room's limit as text is none", 600, {
      room: { ejectAfterElapsedTimeInSec: "300" },
      lowest: 600,
    }),
    {
      id: "stay-ended-by-room-of-endless-token",
      comment: "a token that never expires ends with the room that removes everybody",
      flags: ["RoomSettings", "TimeClaim", "NeverExpires"],
      claims: claims({ expireUnixSec: undefined }),
      room: { expireUnixSec: expiresAt, ejectAtRoomExp: true },
      grant: grant({ expiresAt: null }),
      authority: { stay: surely({ maxSeconds: null, endsAtExpiry: true }) },
    },
    {
      id: "stay-removed-by-endless-room",
      comment: "a room that removes everybody at an end that it does not have",
      flags: ["RoomSettings", "TimeClaim"],
      claims: claims(),
      room: { ejectAtRoomExp: true },
      grant: grant(),
      authority: {
        stay: between({ maxSeconds: null, endsAtExpiry: true }, { maxSeconds: null, endsAtExpiry: false }),
      },
    },
    {
      id: "stay-removal-as-text",
      comment: "a setting of another type removes nobody",
      flags: ["RoomSettings", "TimeClaim"],
      claims: claims(),
      room: { expireUnixSec: expiresAt, ejectAtRoomExp: "true" },
      grant: grant(),
      authority: { stay: surely({ maxSeconds: null, endsAtExpiry: false }) },
    },
  ],
};
