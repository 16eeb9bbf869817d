// Daily: what is received, sender by sender and kind by kind.
import { grant, granting, pages, permitted } from "./daily-facts.mjs";

const noMedia = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false };
const map = { "*": true };
const full = { v: true, a: true, sv: true, sa: true, cv: map, ca: map };

const hears = (id, comment, cr, says, reading, others = {}) => ({
  id: `reception-${id}`,
  comment,
  flags: ["ShortNames", ...(others.flags ?? [])],
  claims: permitted({ cr }),
  grant: says === undefined ? grant() : granting({ subscribe: says }),
  residue: null,
  findings: others.findings ?? [],
  authority: {
    rights: { "rights.subscribe": reading },
    ...(typeof says === "object" ? { subscribeSelection: says } : {}),
  },
});

export const receptions = {
  title: "What is received, sender by sender and kind by kind",
  spec: [pages.permissions],
  tests: [
    hears(
      "sender-as-base",
      "a sender for whom the same holds is no selection",
      { b: true, u: { a: true } },
      true,
      "allow",
    ),
    hears("sender-as-base-denied", "nor where nothing is received", { b: false, u: { a: false } }, false, "deny"),
    hears(
      "sender-all-kinds",
      "six kinds of one sender",
      { b: false, u: { a: full } },
      { base: false, byParticipantId: { a: true } },
      "allow",
    ),
    hears("sender-no-kind", "a rule without a kind is none", { b: true, u: { a: {} } }, true, "allow"),
    hears(
      "sender-no-kind-beside-some",
      "nor where the base tells kinds apart",
      { b: { v: false, a: true, sv: false, sa: false, cv: { "*": false }, ca: { "*": false } }, u: { x: {} } },
      { base: { ...noMedia, microphone: true } },
      "allow",
    ),
    hears(
      "sender-one-track",
      "one track of a sender is not received in neutral words",
      { b: false, u: { a: { cv: { slides: true } } } },
      false,
      "deny",
    ),
    hears(
      "sender-custom",
      "custom tracks of one sender",
      { b: false, u: { a: { cv: map, ca: map } } },
      { base: false, byParticipantId: { a: { custom: true } } },
      "allow",
    ),
    hears(
      "senders-in-order",
      "several senders",
      { b: true, u: { b: false, a: { v: false } } },
      { base: true, byParticipantId: { a: { camera: false }, b: false } },
      "allow",
    ),
    hears("session-gives", "a session that is received more of", { b: false, p: { s: true } }, false, "deny", {
      flags: ["UnknownStance"],
    }),
    hears(
      "session-gives-what-all-give",
      "a session that nothing is taken from",
      { b: true, p: { s: true } },
      true,
      "allow",
      {
        flags: ["UnknownStance"],
      },
    ),
    hears(
      "session-denies",
      "a session that is denied leaves nothing certain",
      { b: true, p: { s: false } },
      undefined,
      "possible",
      { flags: ["UnknownStance"] },
    ),
    hears("session-denies-kind", "also one kind of it", { b: true, p: { s: { v: false } } }, undefined, "possible", {
      flags: ["UnknownStance"],
    }),
    hears(
      "session-denies-track",
      "also one track",
      { b: true, p: { s: { cv: { slides: false } } } },
      undefined,
      "possible",
      { flags: ["UnknownStance"] },
    ),
    hears(
      "session-denies-nothing",
      "where nothing is received it denies nothing",
      { b: false, p: { s: false } },
      false,
      "deny",
      { flags: ["UnknownStance"] },
    ),
    hears(
      "session-beside-sender",
      "beside a sender who is received it may",
      { b: false, u: { a: true }, p: { s: false } },
      undefined,
      "possible",
      { flags: ["UnknownStance"] },
    ),
    hears(
      "all-denied-kinds",
      "six times no is no",
      { b: { v: false, a: false, sv: false, sa: false, cv: { "*": false }, ca: { "*": false } } },
      false,
      "deny",
    ),
    hears(
      "one-kind",
      "one kind of six",
      { b: { ...full, sv: false } },
      { base: { microphone: true, camera: true, screen: false, screenAudio: true, custom: true } },
      "allow",
    ),
    hears(
      "custom-video-alone",
      "one of the two custom kinds is not both",
      { b: { ...full, ca: { "*": false } } },
      { base: { microphone: true, camera: true, screen: true, screenAudio: true, custom: false } },
      "allow",
    ),
    hears(
      "no-kind-known",
      "the least of what is documented",
      { b: { v: false, a: false, sv: false, sa: false, cv: map, ca: map } },
      { base: { ...noMedia, custom: true } },
      "allow",
    ),
  ],
};
