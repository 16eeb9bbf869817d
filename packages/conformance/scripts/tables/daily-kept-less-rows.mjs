// Daily's tokens issued anew at Daily for less: a spelling goes with what it said.
import { all, asked, kept, map, permitted } from "./daily-kept-words.mjs";
import { expiresAt as exp } from "./words.mjs";

export const dailyKeptLess = [
  kept(
    "shorter",
    "cut short",
    { ejt: true },
    { exp: exp - 60, eject_at_token_exp: true },
    {
      policy: { narrow: { expiresAt: exp - 60 } },
      report: ["narrowed expiresAt"],
    },
  ),
  kept(
    "one-room",
    "one of all rooms",
    { r: undefined },
    {},
    {
      policy: { narrow: { room: "standup" } },
      report: ["narrowed room"],
    },
  ),
  kept(
    "one-person",
    "one of all people",
    { ud: undefined },
    {},
    {
      policy: { narrow: { participant: { id: "u_1" } } },
      report: ["narrowed participant.id"],
    },
  ),
  kept(
    "shorter-stay",
    "a shorter stay",
    { eje: 600 },
    { eject_after_elapsed: 300 },
    {
      policy: { narrow: { stay: { maxSeconds: 300 } } },
      report: ["narrowed stay.maxSeconds"],
    },
  ),
  kept(
    "hidden-receives-nothing",
    "less received: what was said beside it goes",
    { p: { cr: { b: true } } },
    { permissions: { canReceive: { base: false } } },
    {
      policy: { narrow: { rights: { subscribe: false } } },
      report: ["narrowed rights.subscribe"],
    },
  ),
  kept(
    "records-less",
    "fewer ways to record",
    { er: ["raw-tracks", "cloud"] },
    { enable_recording: "cloud" },
    {
      policy: { narrow: { rights: { record: ["cloud"] } } },
      report: ["narrowed rights.record"],
    },
  ),
  kept(
    "administers-less",
    "fewer roles",
    { p: { ca: "t,p" } },
    { permissions: { canAdmin: ["transcription"] } },
    {
      policy: { narrow: { rights: { moderate: false } } },
      report: ["narrowed rights.moderate{media,remove,permissions}", "narrowed rights.admit"],
    },
  ),
  asked("two-rooms", "two rooms have no place", { r: undefined }, ["room, try: policy narrow.room"], {
    narrow: { room: { anyOf: ["a", "b"] } },
  }),
  asked("no-end", "a token for ever is passed on only with an end", { exp: undefined }, [
    "expiresAt, try: policy narrow.expiresAt",
  ]),
  permitted("administers-by-empty-list", "a list of roles without one", { ca: [] }, { canAdmin: false }),
  permitted("administers-by-names", "a list of full names", { ca: ["transcription"] }, { canAdmin: ["transcription"] }),
  permitted("sends-repeated", "a code that stands twice", { cs: "v,v" }, { canSend: ["video"] }),
  kept(
    "receives-less-of-a-track",
    "a spelling goes with what it said",
    { p: { cr: { b: { a: true } } } },
    {
      permissions: { canReceive: { base: false } },
    },
    { policy: { narrow: { rights: { subscribe: false } } }, report: ["narrowed rights.subscribe"] },
  ),
  kept(
    "receives-nothing-of-another",
    "a spelling goes where one sender more is denied",
    { p: { cr: { b: all, u: { x: false } } } },
    { permissions: { canReceive: { base: true, byUserId: { x: false, y: false } } } },
    {
      policy: { narrow: { rights: { subscribe: { base: true, byParticipantId: { y: false } } } } },
      report: ["narrowed rights.subscribe"],
    },
  ),
  kept(
    "unknown-beside-denied-base",
    "a member that nobody knows stays beside a base that is denied",
    { p: { hp: true, cr: { b: all, xx: 3 } } },
    {
      permissions: { hasPresence: true, canReceive: { base: false } },
    },
    {
      policy: { narrow: { rights: { subscribe: false } } },
      report: ["narrowed rights.subscribe"],
      unknown: { p: { cr: { xx: 3 } } },
    },
  ),
  asked("ejects-never", "an ejection at an end that is not there", { exp: undefined, ejt: true }, [
    "expiresAt, try: policy narrow.expiresAt",
    "stay.endsAtExpiry, try: policy narrow.expiresAt",
  ]),
  kept(
    "owner-hears-less",
    "an owner who receives less is none: nobody documents permissions beside the flag",
    { o: true },
    {
      permissions: { canReceive: { base: false }, canAdmin: true },
    },
    {
      policy: { narrow: { rights: { subscribe: false } } },
      report: ["narrowed rights.subscribe", "moved rights.admit"],
    },
  ),
  kept(
    "owner-hears-some",
    "nor is one who receives some kinds",
    { o: true },
    {
      permissions: {
        canReceive: {
          base: {
            video: false,
            audio: true,
            screenVideo: false,
            screenAudio: false,
            customVideo: map(false),
            customAudio: map(false),
          },
        },
        canAdmin: true,
      },
    },
    {
      policy: { narrow: { rights: { subscribe: ["microphone"] } } },
      report: ["narrowed rights.subscribe", "moved rights.admit"],
    },
  ),
  kept(
    "owner-sends-less",
    "nor one who sends less",
    { o: true },
    {
      enable_screenshare: false,
      permissions: { canSend: ["video", "audio"], canAdmin: true },
    },
    {
      policy: { narrow: { rights: { publish: ["microphone", "camera"] } } },
      report: [
        "assumed rights.publish{microphone,camera}",
        "narrowed rights.publish{screen,screenAudio,custom}",
        "moved rights.admit",
      ],
    },
  ),
  kept(
    "owner-without-streams",
    "nor one who streams nothing",
    { o: true },
    {
      permissions: { canAdmin: ["participants", "transcription"] },
    },
    {
      policy: { narrow: { rights: { livestream: false } } },
      report: ["narrowed rights.livestream", "moved rights.admit"],
    },
  ),
];
