// Daily: rights, each at its own switch.
import { domain, pages } from "./daily-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const claims = (others) => ({ exp: expiresAt, r: "standup", ...others, d: domain, iat: now });

const right = (id, comment, rights, claim, flags = ["OneField"]) => ({
  id,
  comment,
  flags,
  grant: { room: "standup", expiresIn: "1h", rights },
  claims: claims(claim),
});

const complete = { v: true, a: true, sv: false, sa: false, cv: { "*": false }, ca: { "*": false } };

export const rights = {
  title: "Rights, each at its own switch",
  spec: [pages.selfSigning, pages.permissions, pages.recording],
  shared: { method: "sign" },
  tests: [
    right(
      "publish-list",
      "one text of codes; the screen is denied at both of its switches",
      { publish: ["microphone", "camera"] },
      {
        ss: false,
        p: { cs: "v,a" },
      },
      ["OneField", "ShortNames"],
    ),
    right("publish-nothing", "nothing may be sent", { publish: false }, { ss: false, p: { cs: false } }, [
      "OneField",
      "AbsentIsNotFalse",
    ]),
    right(
      "publish-all",
      "everything may be sent; both switches of the screen say so",
      { publish: true },
      {
        ss: true,
        p: { cs: true },
      },
    ),
    right(
      "publish-screen",
      "the screen and its sound, at both switches",
      { publish: ["screen", "screenAudio"] },
      { ss: true, p: { cs: "sv,sa" } },
      ["OneField", "ShortNames"],
    ),
    right(
      "publish-screen-sound",
      "the screen's sound without the screen: the older switch has no word for it",
      { publish: ["screenAudio"] },
      { p: { cs: "sa" } },
      ["OneField", "ShortNames"],
    ),
    right("screen-given", "the screen alone has a switch of its own", { publish: { screen: true } }, { ss: true }, [
      "OneField",
      "AbsentIsNotFalse",
    ]),
    right(
      "screen-denied",
      "and no other right is spoken of",
      { publish: { screen: false, screenAudio: false } },
      { ss: false },
      ["OneField", "AbsentIsNotFalse"],
    ),
    right("subscribe-all", "everything may be received", { subscribe: true }, { p: { cr: { b: true } } }, [
      "OneField",
      "ShortNames",
    ]),
    right("subscribe-nothing", "nothing may be received", { subscribe: false }, { p: { cr: { b: false } } }, [
      "OneField",
      "AbsentIsNotFalse",
    ]),
    right(
      "subscribe-kinds",
      "a base lists all six kinds",
      { subscribe: ["microphone", "camera"] },
      { p: { cr: { b: complete } } },
      ["OneField", "ShortNames"],
    ),
    right(
      "subscribe-by-user",
      "everything but one sender",
      { subscribe: { base: true, byParticipantId: { "user-7": false } } },
      { p: { cr: { b: true, u: { "user-7": false } } } },
      ["OneField", "ShortNames"],
    ),
    right("visible", "in the roster, said out loud", { visible: true }, { p: { hp: true } }, [
      "OneField",
      "AbsentIsNotFalse",
    ]),
    right("hidden", "not in the roster", { visible: false }, { p: { hp: false } }),
    right("moderator", "administers participants and is no owner", { moderate: true }, { p: { ca: "p" } }, [
      "OneField",
      "RoleFlag",
      "ShortNames",
    ]),
    right(
      "moderation-denied",
      "a denial is written: the room could lift silence",
      { moderate: false },
      { p: { ca: false } },
      ["RoleFlag", "AbsentIsNotFalse"],
    ),
    right("livestream", "streams and administers nobody", { livestream: true }, { p: { ca: "s" } }, [
      "OneField",
      "RoleFlag",
    ]),
    right("transcribe", "transcribes and administers nobody", { transcribe: true }, { p: { ca: "t" } }, [
      "OneField",
      "RoleFlag",
    ]),
    right(
      "moderate-and-transcribe",
      "two roles are one text of codes",
      { moderate: true, transcribe: true },
      { p: { ca: "p,t" } },
      ["RoleFlag", "ShortNames"],
    ),
    right("record-cloud", "one way to record", { record: ["cloud"] }, { er: "cloud" }),
    right(
      "record-cloud-audio-only",
      "the newest way to record",
      { record: ["cloudAudioOnly"] },
      { er: "cloud-audio-only" },
    ),
    right("record-raw-tracks", "tracks as they are", { record: ["rawTracks"] }, { er: "raw-tracks" }),
    right("record-local", "a file on the client", { record: ["local"] }, { er: "local" }),
    {
      id: "transcription-starts",
      comment: "starts when this owner joins",
      flags: ["OneField", "RoleFlag"],
      grant: {
        room: "standup",
        expiresIn: "1h",
        rights: { moderate: true, admit: true, livestream: true, transcribe: true },
        automation: { transcribe: true },
      },
      claims: claims({ o: true, ast: true }),
    },
    right("rights-empty", "no statement, no claim", {}, {}, ["AbsentIsNotFalse"]),
  ],
};
