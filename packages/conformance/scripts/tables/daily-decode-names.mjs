// Daily: names that people mistake for claims, and names that are nobody's mistake.
import { claims, domain, grant, pages, permitted } from "./daily-facts.mjs";
import { expiresAt, misnamed, now, surely } from "./words.mjs";

/** Claims that nobody documents: all of them survive, and those of `meant` stand for a claim of Daily's. */
const told = (id, comment, members, meant = {}, others = {}) => ({
  id,
  comment,
  flags: [Object.keys(meant).length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: { ...claims(), ...members, ...others.without },
  grant: grant(others.says),
  unknown: members,
  findings: [...misnamed(meant), ...(others.findings ?? [])],
});

const longNames = {
  domain_id: domain,
  user_id: "u",
  user_name: "Alice",
  knocking: true,
  close_tab_on_exit: true,
  redirect_on_meeting_exit: "https://example.org/",
  intercom_join_alert: true,
  start_cloud_recording: true,
  start_cloud_recording_opts: {},
  auto_start_transcription: true,
};
const furtherLongNames = {
  enable_recording: "cloud",
  enable_screenshare: false,
  start_video_off: true,
  start_audio_off: true,
  meeting_join_hook: "x",
  eject_at_token_exp: true,
  eject_after_elapsed: 60,
  lang: "de",
  enable_recording_ui: true,
  permissions: {},
};
const otherCase = {
  roomName: "x",
  "room-name": "x",
  userId: "u",
  IsOwner: true,
  enableScreenshare: false,
  R: "x",
  UD: "u",
  EXP: 1,
};
const requestOnly = { enable_live_captions_ui: true, enable_terse_logging: true, enablePrejoinUi: true };
const slips = { nfb: 1, expp: 1, iatt: 1, ejtt: true, erui_: true, cteo: true };
const longest = `room_name${"_".repeat(31)}`;

export const names = {
  title: "Names that are mistaken for claims",
  spec: [pages.selfSigning, pages.createToken],
  tests: [
    told("long-names", "the long names are no claims", longNames, {
      domain_id: "d",
      user_id: "ud",
      user_name: "u",
      knocking: "k",
      close_tab_on_exit: "ctoe",
      redirect_on_meeting_exit: "rome",
      intercom_join_alert: "ij",
      start_cloud_recording: "sr",
      start_cloud_recording_opts: "sro",
      auto_start_transcription: "ast",
    }),
    told("further-long-names", "none of them is", furtherLongNames, {
      enable_recording: "er",
      enable_screenshare: "ss",
      start_video_off: "vo",
      start_audio_off: "ao",
      meeting_join_hook: "mjh",
      eject_at_token_exp: "ejt",
      eject_after_elapsed: "eje",
      lang: "uil",
      enable_recording_ui: "erui",
      permissions: "p",
    }),
    told("names-in-other-case", "claims are told apart by every letter and its case", otherCase, {
      roomName: "r",
      "room-name": "r",
      userId: "ud",
      IsOwner: "o",
      enableScreenshare: "ss",
      R: "r",
      UD: "ud",
      EXP: "exp",
    }),
    told("request-only-names", "properties that only a request carries", requestOnly, {
      enable_live_captions_ui: undefined,
      enable_terse_logging: undefined,
      enablePrejoinUi: "enable_prejoin_ui",
    }),
    told("slips", "slips of names with three letters and more", slips, {
      nfb: "nbf",
      expp: "exp",
      iatt: "iat",
      ejtt: "ejt",
      erui_: "erui",
      cteo: "ctoe",
    }),
    told("slips-of-two-letters", "shorter names are near to everything, and not guessed at", {
      rr: "x",
      dd: "y",
      uu: 1,
      x: 2,
      ex: 1,
      nb: 1,
      ej: true,
    }),
    told("foreign-names", "names of the standard beside Daily's own say nothing amiss", {
      iss: "x",
      sub: "x",
      room: "x",
    }),
    told("foreign-user", "a user id under a name of others", { uid: "u" }, { uid: "ud" }),
    told(
      "foreign-user-beside",
      "beside Daily's own it is nobody's mistake",
      { uid: "u" },
      {},
      {
        without: { ud: "u" },
        says: { participant: { id: "u" } },
      },
    ),
    told("names-of-nobody", "names that are near to no claim", {
      department: "sales",
      "x-tier": 1,
      otcd: "a",
      jti: "b",
    }),
    told("names-odd", "names that are no plain words are not guessed at", {
      "room name": 1,
      "room_name!": 1,
      ".exp": 1,
      "exp\n": 1,
      "": 1,
    }),
    told("names-longest", "forty characters are a plain name", { [longest]: "x" }, { [longest]: "r" }),
    told("names-too-long", "one more is not", { [`${longest}_`]: "x" }),
    told("unknown-values", "unknown claims survive with every JSON value", {
      "x-a": null,
      "x-b": [],
      "x-c": {},
      "x-d": 0,
    }),
    {
      id: "members-long-names",
      comment: "long names inside the permissions are no members either",
      flags: ["MisnamedClaim", "ShortNames"],
      claims: permitted({
        hasPresence: false,
        can_receive: {},
        canAdmin: true,
        cr: {
          b: true,
          base: false,
          byUserId: {},
          by_participant_id: {},
          u: { "user-7": { video: true, "custom-audio": 1 } },
        },
      }),
      grant: grant({ rights: { subscribe: true } }),
      residue: null,
      unknown: {
        p: {
          hasPresence: false,
          can_receive: {},
          canAdmin: true,
          cr: { base: false, byUserId: {}, by_participant_id: {}, u: { "user-7": { video: true, "custom-audio": 1 } } },
        },
      },
      findings: [
        ...misnamed({ hasPresence: "hp", can_receive: "cr", canAdmin: "ca" }, "p."),
        ...misnamed({ base: "b", byUserId: "u", by_participant_id: "p" }, "p.cr."),
        ...misnamed({ video: "v", "custom-audio": "ca" }, "p.cr.u[0]."),
      ],
    },
    {
      id: "members-of-nobody",
      comment: "members that are near to no long name survive, and nobody guesses",
      flags: ["UnknownMember", "ShortNames"],
      claims: permitted({
        zz: 1,
        "can send": true,
        cr: {
          b: { v: true, a: true, sv: true, sa: true, cv: { "*": true }, ca: { "*": true }, zz: 1 },
          p: { s: { yy: 2 } },
        },
      }),
      grant: grant({ rights: { subscribe: true } }),
      residue: null,
      unknown: { p: { zz: 1, "can send": true, cr: { b: { zz: 1 }, p: { s: { yy: 2 } } } } },
    },
    {
      id: "standard-times",
      comment: "times under their plain names",
      flags: ["TimeClaim"],
      claims: { ...claims(), nbf: now },
      grant: grant({ notBefore: now }),
      authority: { window: surely({ notBefore: now, expiresAt }) },
    },
  ],
};
