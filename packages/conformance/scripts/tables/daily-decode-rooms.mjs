// Daily: when and how somebody enters a room with settings of its own, and how long he stays.
import { claims, grant, pages } from "./daily-facts.mjs";
import { between, expiresAt, now, surely } from "./words.mjs";

const stay = (id, comment, claim, room, says, lowest, highest = lowest, others = {}) => ({
  id: `stay-${id}`,
  comment,
  flags: ["RoomSettings", "TimeClaim"],
  claims: claims({ u: id, ...claim }),
  room,
  grant: grant({ participant: { name: id }, ...(says === undefined ? {} : { stay: says }), ...others.says }),
  findings: others.findings ?? [],
  authority: { stay: between(lowest, highest) },
});

const ending = (maxSeconds, endsAtExpiry) => ({ maxSeconds, endsAtExpiry });
const closing = { eject_at_room_exp: true, exp: expiresAt };

export const stays = {
  title: "How long somebody stays in a room with settings of its own",
  spec: [pages.createToken, pages.tokens],
  tests: [
    stay(
      "room-limit",
      "the room's limit holds for silence",
      {},
      { eject_after_elapsed: 600 },
      undefined,
      ending(600, false),
    ),
    stay("room-limit-text", "one as text does not", {}, { eject_after_elapsed: "600" }, undefined, ending(null, false)),
    stay(
      "room-end",
      "a room that ends no later than the token removes its holder in time",
      {},
      closing,
      undefined,
      ending(null, true),
    ),
    stay(
      "room-end-later",
      "one that ends later does not",
      {},
      { ...closing, exp: expiresAt + 1 },
      undefined,
      ending(null, true),
      ending(null, false),
    ),
    stay(
      "room-end-absent",
      "nor one without an end",
      {},
      { eject_at_room_exp: true },
      undefined,
      ending(null, true),
      ending(null, false),
    ),
    stay(
      "room-end-text",
      "nor a setting of another type",
      {},
      { ...closing, eject_at_room_exp: "true" },
      undefined,
      ending(null, false),
    ),
    stay(
      "room-end-null",
      "nor one whose end is null",
      {},
      { eject_at_room_exp: true, exp: null },
      undefined,
      ending(null, true),
      ending(null, false),
    ),
    stay(
      "room-end-of-endless",
      "nor surely the end of a token that has none",
      { exp: undefined },
      closing,
      undefined,
      ending(null, true),
      ending(null, false),
      { says: { expiresAt: null } },
    ),
    stay(
      "room-both",
      "both limits of a room",
      {},
      { ...closing, eject_after_elapsed: 600 },
      undefined,
      ending(600, true),
    ),
    stay(
      "token-end-over-room",
      "the token's end switches the room's limit off",
      { ejt: true },
      { ...closing, eject_after_elapsed: 600 },
      { endsAtExpiry: true },
      ending(null, true),
    ),
    stay(
      "token-limit-over-room",
      "its limit switches the room's end off",
      { eje: 1800 },
      { ...closing, eject_after_elapsed: 600 },
      { maxSeconds: 1800 },
      ending(1800, false),
    ),
    stay(
      "token-no-end",
      "whether an explicit no switches them off nobody documents",
      { ejt: false },
      { ...closing, eject_after_elapsed: 600 },
      { endsAtExpiry: false },
      ending(600, true),
      ending(null, false),
    ),
    stay(
      "token-no-end-with-limit",
      "beside a limit it does",
      { ejt: false, eje: 1800 },
      { ...closing, eject_after_elapsed: 600 },
      { endsAtExpiry: false, maxSeconds: 1800 },
      ending(1800, false),
    ),
  ],
};

const entering = (id, comment, k, room, entry) => ({
  id: `entry-${id}`,
  comment,
  flags: ["RoomSettings", "EntryRequest"],
  claims: claims({ k, u: id }),
  room,
  grant: grant({ participant: { name: id }, ...(k === undefined ? {} : { entry: k ? "ask" : "direct" }) }),
  authority: { entry },
});

const window = (id, comment, claim, room, says, bounds) => ({
  id: `window-${id}`,
  comment,
  flags: ["RoomSettings", "TimeClaim"],
  claims: claims({ u: id, ...claim }),
  room,
  grant: grant({ participant: { name: id }, ...says }),
  authority: { window: surely({ notBefore: 0, expiresAt, ...bounds }) },
});

export const doors = {
  title: "When and how somebody enters a room with settings of its own",
  spec: [pages.waitingRoom, pages.errorEvents],
  tests: [
    entering(
      "knocks-where-nobody-answers",
      "a room without a waiting room",
      true,
      { enable_knocking: false },
      between("ask", "direct"),
    ),
    entering(
      "knocks-at-text",
      "a setting of another type",
      true,
      { enable_knocking: "true" },
      between("ask", "direct"),
    ),
    entering(
      "silent-at-waiting-room",
      "a token skips the waiting room",
      undefined,
      { enable_knocking: true },
      surely("direct"),
    ),
    entering("direct-at-waiting-room", "also where it says so", false, { enable_knocking: true }, surely("direct")),
    window("room-text", "times of a room as text are none", {}, { exp: `${now + 60}`, nbf: `${now + 60}` }, {}, {}),
    window(
      "room-opens-earlier",
      "a room that opens earlier changes nothing",
      { nbf: now + 600 },
      { nbf: now + 60 },
      { notBefore: now + 600 },
      { notBefore: now + 600 },
    ),
    window(
      "room-opens-for-silence",
      "a room that opens later holds everybody back",
      {},
      { nbf: now + 60 },
      {},
      { notBefore: now + 60 },
    ),
  ],
};
