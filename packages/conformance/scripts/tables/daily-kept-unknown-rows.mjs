// Daily's tokens issued anew at Daily, with members that nobody knows inside what may be received: each stays as long as
// what it stood in does, and goes with that.
import { all, everything, kept, permitted } from "./daily-kept-words.mjs";

const odd = { xx: { deep: [1] } };

export const dailyKeptUnknown = [
  kept("unknown-alone", "a member beside no permission", { p: odd }, { permissions: {} }, { unknown: { p: odd } }),
  permitted(
    "unknown-in-base",
    "a member beside the kinds of the base",
    { cr: { b: { ...all, ...odd } } },
    { canReceive: { base: everything } },
    { unknown: { p: { cr: { b: odd } } } },
  ),
  permitted(
    "unknown-in-senders",
    "members beside the kinds of two senders, of whom a third has none",
    { cr: { b: true, u: { x: { v: false, ...odd }, y: { a: false, yy: 1 }, z: false } } },
    { canReceive: { base: true, byUserId: { x: { video: false }, y: { audio: false }, z: false } } },
    { unknown: { p: { cr: { u: { x: odd, y: { yy: 1 } } } } } },
  ),
  permitted(
    "unknown-in-sessions",
    "a member beside the kinds of a session",
    { cr: { b: false, p: { s: { v: true, ...odd } } } },
    { canReceive: { base: false, byParticipantId: { s: { video: true } } } },
    { unknown: { p: { cr: { p: { s: odd } } } } },
  ),
  permitted(
    "unknown-everywhere",
    "members in every place at once",
    { yy: 1, cr: { b: { ...all, ...odd }, u: { x: { v: false, ...odd } }, p: { s: { a: false, ...odd } }, zz: 2 } },
    {
      canReceive: { base: everything, byUserId: { x: { video: false } }, byParticipantId: { s: { audio: false } } },
    },
    { unknown: { p: { yy: 1, cr: { b: odd, u: { x: odd }, p: { s: odd }, zz: 2 } } } },
  ),
];

/** For less than before: policy, and what is left. */
export const dailyKeptUnknownLess = [
  permitted(
    "unknown-in-denied-base",
    "members of a base that is denied go with it, others stay",
    { yy: 1, cr: { b: { ...all, ...odd }, zz: 2 } },
    { canReceive: { base: false } },
    {
      policy: { narrow: { rights: { subscribe: false } } },
      report: ["narrowed rights.subscribe"],
      unknown: { p: { yy: 1, cr: { zz: 2 } } },
    },
  ),
  permitted(
    "unknown-in-denied-sender",
    "members of a sender who is denied go with what was said of the sender",
    { cr: { b: true, u: { x: { v: false, ...odd }, y: { a: false, yy: 1 } } } },
    { canReceive: { base: true, byUserId: { x: false, y: { ...everything, audio: false } } } },
    {
      policy: { narrow: { rights: { subscribe: { base: true, byParticipantId: { x: false } } } } },
      report: ["narrowed rights.subscribe"],
      unknown: { p: { cr: { u: { y: { yy: 1 } } } } },
    },
  ),
  kept(
    "owner-with-permissions-in-vain",
    "permissions of an owner that say nothing more than the flag",
    { o: true, p: { cr: { b: all } } },
    { is_owner: true },
  ),
  kept(
    "unknown-beside-owner",
    "members within the permissions of an owner, which say nothing more than the flag",
    { o: true, p: { yy: 1, cr: { b: true, zz: 2 } } },
    { is_owner: true },
    { unknown: { p: { yy: 1 } } },
  ),
];
