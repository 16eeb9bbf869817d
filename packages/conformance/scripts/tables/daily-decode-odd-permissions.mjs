// Daily: permissions in spellings that are none of Daily's.
import { grant, granting, moderating, pages, permitted, sending } from "./daily-facts.mjs";
import { error, warning } from "./words.mjs";

const odd = (id, comment, p, says, finding, others = {}) => ({
  id: `permissions-${id}`,
  comment,
  flags: others.flags ?? [finding[0].severity === "error" ? "WrongType" : "ToleratedSpelling", "ShortNames"],
  ...(finding[0].severity === "error" ? { twin: others.twin ?? "receive-all" } : {}),
  claims: permitted(p),
  grant: says === undefined ? grant() : granting(says),
  residue: null,
  ...(others.unknown === undefined ? {} : { unknown: others.unknown }),
  findings: finding,
  ...(others.rights === undefined ? {} : { authority: { rights: others.rights } }),
});

const invalid = (path) => error("claims.invalid", path);
const unknownAt = (path) => error("claims.unknown-value", path);
const nothingSent = sending();
const noRole = { ...moderating(false), livestream: false, transcribe: false };
const map = { "*": true };
const full = { v: true, a: true, sv: true, sa: true, cv: map, ca: map };
const base = (changes) => ({ cr: { b: { ...full, ...changes } } });
const received = (changes) => ({
  subscribe: { base: { microphone: true, camera: true, screen: true, screenAudio: true, custom: true, ...changes } },
});

export const oddPermissions = {
  title: "Permissions in spellings that are none of Daily's",
  spec: [pages.selfSigning, pages.permissions],
  tests: [
    odd("null", "null is no object of permissions", null, { ...nothingSent, subscribe: false, ...noRole }, [
      invalid("p"),
    ]),
    odd("list", "nor is a list", [], { ...nothingSent, subscribe: false, ...noRole }, [invalid("p")]),
    odd("presence-text", "visibility as text says nothing", { hp: "false" }, undefined, [invalid("p.hp")], {
      twin: "hidden",
    }),
    odd("presence-null", "nor does null", { hp: null }, undefined, [invalid("p.hp")], { twin: "hidden" }),
    odd("send-number", "a number lists no media", { cs: 1 }, nothingSent, [invalid("p.cs")], { twin: "send-list" }),
    odd("send-null", "nor does null", { cs: null }, nothingSent, [invalid("p.cs")], { twin: "send-list" }),
    odd("send-empty", "an empty text lists a code that nobody knows", { cs: "" }, nothingSent, [unknownAt("p.cs")], {
      twin: "send-list",
    }),
    odd("send-space", "codes stand without space", { cs: "v, a" }, sending("camera"), [unknownAt("p.cs")], {
      twin: "send-list",
    }),
    odd("send-names", "full names are no codes", { cs: "video,audio" }, nothingSent, [unknownAt("p.cs")], {
      twin: "send-list",
    }),
    odd("send-twice", "a code that stands twice counts once", { cs: "v,v,a" }, sending("camera", "microphone"), [
      warning("daily.repeated-code", "p.cs"),
    ]),
    odd(
      "send-custom-both",
      "both custom kinds are one neutral kind",
      { cs: "cv,ca" },
      sending("custom"),
      [warning("daily.custom-send", "p.cs")],
      {
        rights: { "rights.publish.custom": "allow", "rights.publish.camera": "deny" },
      },
    ),
    odd(
      "send-custom-audio",
      "one custom kind alone is neither yes nor no",
      { cs: "ca" },
      { publish: { microphone: false, camera: false, screen: false, screenAudio: false } },
      [warning("daily.custom-send", "p.cs")],
      {
        rights: { "rights.publish.custom": "possible" },
      },
    ),
    odd(
      "administration-empty",
      "an empty text lists a role that nobody knows",
      { ca: "" },
      noRole,
      [unknownAt("p.ca")],
      { twin: "administration-list" },
    ),
    odd("administration-null", "null lists no role", { ca: null }, noRole, [invalid("p.ca")], {
      twin: "administration-list",
    }),
    odd("administration-object", "nor does an object", { ca: { p: true } }, noRole, [invalid("p.ca")], {
      twin: "administration-list",
    }),
    odd(
      "administration-twice",
      "a role that stands twice counts once",
      { ca: "p,p" },
      { ...moderating(true), livestream: false, transcribe: false },
      [warning("daily.repeated-code", "p.ca")],
    ),
    odd("administration-empty-list", "an empty list gives no role", { ca: [] }, noRole, [
      warning("daily.admin-list", "p.ca"),
    ]),
    odd(
      "administration-list-twice",
      "nor does a list give more by saying it twice",
      { ca: ["p", "participants"] },
      { ...moderating(true), livestream: false, transcribe: false },
      [warning("daily.admin-list", "p.ca"), warning("daily.repeated-code", "p.ca")],
    ),
    odd(
      "administration-list-unknown",
      "a role that nobody knows gives nothing, also in a list",
      { ca: ["s", 7] },
      { ...moderating(false), livestream: true, transcribe: false },
      [unknownAt("p.ca"), warning("daily.admin-list", "p.ca")],
      { twin: "administration-array-of-codes" },
    ),
    odd("administration-media", "a code of media is no role", { ca: "v" }, noRole, [unknownAt("p.ca")], {
      twin: "administration-list",
    }),
    odd("receive-null", "null says nothing of what is received", { cr: null }, { subscribe: false }, [invalid("p.cr")]),
    odd("receive-list", "nor does a list", { cr: [] }, { subscribe: false }, [invalid("p.cr")]),
    odd("receive-true", "nor does a bare yes", { cr: true }, { subscribe: false }, [invalid("p.cr")]),
    odd("receive-empty", "what holds without a base nobody documents", { cr: {} }, { subscribe: false }, [
      warning("daily.receive-base-missing", "p.cr"),
    ]),
    odd(
      "receive-no-base",
      "also beside senders",
      { cr: { u: { "user-7": true } } },
      { subscribe: { base: false, byParticipantId: { "user-7": true } } },
      [warning("daily.receive-base-missing", "p.cr")],
    ),
    odd("receive-base-text", "a base as text gives nothing", { cr: { b: "true" } }, { subscribe: false }, [
      invalid("p.cr.b"),
    ]),
    odd("receive-base-null", "nor does null", { cr: { b: null } }, { subscribe: false }, [invalid("p.cr.b")]),
    odd("receive-kind-text", "a kind as text is not received", base({ v: "true" }), received({ camera: false }), [
      invalid("p.cr.b.v"),
    ]),
    odd("receive-kind-null", "nor is null", base({ sa: null }), received({ screenAudio: false }), [
      invalid("p.cr.b.sa"),
    ]),
    odd("receive-tracks-true", "custom tracks are a map of names", base({ cv: true }), received({ custom: false }), [
      invalid("p.cr.b.cv"),
    ]),
    odd(
      "receive-track-text",
      "a track as text is not received",
      base({ ca: { "*": "true" } }),
      received({ custom: false }),
      [invalid("p.cr.b.ca[0]")],
    ),
    odd(
      "receive-second-track-text",
      "also the second",
      base({ ca: { "*": true, slides: 1 } }),
      received({ custom: false }),
      [invalid("p.cr.b.ca[1]")],
    ),
    odd("receive-base-empty", "an empty base leaves everything out", { cr: { b: {} } }, { subscribe: false }, [
      warning("daily.receive-base-incomplete", "p.cr.b"),
    ]),
    odd(
      "receive-base-without-map",
      "a base without custom tracks leaves them out",
      base({ cv: undefined }),
      received({ custom: false }),
      [warning("daily.receive-base-incomplete", "p.cr.b")],
    ),
    odd(
      "receive-base-without-star",
      "and one whose map names no others",
      base({ ca: { slides: true } }),
      received({ custom: false }),
      [warning("daily.receive-base-incomplete", "p.cr.b")],
    ),
    odd(
      "receive-base-without-screen",
      "and one without the screen",
      base({ sv: undefined }),
      received({ screen: false }),
      [warning("daily.receive-base-incomplete", "p.cr.b")],
    ),
    odd(
      "receive-senders-list",
      "senders are a map of ids: what else it is may have denied anything",
      { cr: { b: true, u: [] } },
      { subscribe: false },
      [invalid("p.cr.u")],
    ),
    odd("receive-senders-null", "and so are sessions", { cr: { b: true, p: null } }, { subscribe: false }, [
      invalid("p.cr.p"),
    ]),
    odd(
      "receive-sender-text",
      "a sender's rule as text gives nothing of his",
      { cr: { b: true, u: { a: true, b: "yes" } } },
      { subscribe: { base: true, byParticipantId: { a: true, b: false } } },
      [invalid("p.cr.u[1]")],
    ),
    odd(
      "receive-sender-kind",
      "nor does one kind of it",
      { cr: { b: false, u: { a: { v: 1, a: true } } } },
      { subscribe: { base: false, byParticipantId: { a: { camera: false, microphone: true } } } },
      [invalid("p.cr.u[0].v")],
    ),
  ],
};
