// What the tables of Daily's tokens issued anew share.
import { expiresAt as exp, issuedAt as iat } from "./words.mjs";

const d = "11111111-2222-4333-8444-555555555555";
const guest = { exp, r: "standup", ud: "u_1", d, iat };
const properties = { exp, room_name: "standup", user_id: "u_1", domain_id: d, iat };

export const locked = 'room privacy "private"';

/** The same token once more, by its long names. */
export const kept = (id, comment, claim, becomes, others = {}) => ({
  id: `kept-${id}`,
  comment,
  claims: { ...guest, ...claim },
  ...(others.policy === undefined ? {} : { policy: others.policy }),
  becomes: {
    daily: {
      properties: { ...properties, ...becomes },
      report: others.report ?? [],
      join: others.join ?? {},
      room: others.room ?? [locked],
      // What nobody knows stays where it stood, and nothing is added to it.
      unknown: others.unknown ?? {},
    },
  },
});

export const asked = (id, comment, claim, refused, policy) => ({
  id: `kept-${id}`,
  twin: "kept-guest",
  comment,
  claims: { ...guest, ...claim },
  ...(policy === undefined ? {} : { policy }),
  becomes: { daily: { refused } },
});

export const permitted = (id, comment, p, permissions, others) => kept(id, comment, { p }, { permissions }, others);
export const map = (value) => ({ "*": value });
export const all = { v: true, a: true, sv: true, sa: true, cv: map(true), ca: map(true) };
export const everything = {
  video: true,
  audio: true,
  screenVideo: true,
  screenAudio: true,
  customVideo: map(true),
  customAudio: map(true),
};
