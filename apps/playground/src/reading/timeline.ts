import type { Authority, Grant, Issuance } from "@roompass/core";
import { clockTime, durationText, relativeTime } from "../text/times.js";
import type { Tone } from "../text/words.js";

/** One moment on the line. */
export interface Moment {
  readonly id: "issued" | "notBefore" | "now" | "expiry" | "removal";
  readonly label: string;
  /** Place on the line, from 0 to 1. */
  readonly at: number;
  readonly time: string;
  readonly distance: string;
  readonly tone: Tone;
}

export interface Timeline {
  readonly moments: readonly Moment[];
  /** From where to where somebody can join, on the line. */
  readonly open: { readonly from: number; readonly to: number } | undefined;
  readonly isEndless: boolean;
  /** Whether somebody can join now. */
  readonly state: "open" | "early" | "over" | "never";
  /** The whole in words. */
  readonly sentences: readonly string[];
}

interface Instants {
  readonly issuedAt: number | undefined;
  readonly notBefore: number | undefined;
  readonly expiresAt: number | null | undefined;
}

const sane = (seconds: number | undefined): number | undefined =>
  seconds !== undefined && Number.isFinite(seconds) && seconds > 0 && seconds < 8.64e12 ? seconds : undefined;

function instantsOf(grant: Grant, issuance: Issuance): Instants {
  const expiresAt = typeof grant.expiresAt === "number" ? sane(grant.expiresAt) : grant.expiresAt;
  return { issuedAt: sane(issuance.issuedAt), notBefore: sane(grant.notBefore), expiresAt };
}

function stateOf({ notBefore, expiresAt }: Instants, now: number): Timeline["state"] {
  if (typeof expiresAt === "number" && notBefore !== undefined && notBefore >= expiresAt) return "never";
  if (typeof expiresAt === "number" && expiresAt <= now) return "over";
  return notBefore !== undefined && notBefore > now ? "early" : "open";
}

function stateSentence(state: Timeline["state"], { notBefore, expiresAt }: Instants, now: number): string {
  if (state === "never") return "Nobody can ever join: it ends before it begins.";
  if (state === "over") return `It has expired, ${relativeTime(expiresAt ?? now, now)}.`;
  if (state === "early") return `Nobody can join yet; it begins ${relativeTime(notBefore ?? now, now)}.`;
  if (expiresAt === null) return "Somebody can join now, and for ever: it never expires.";
  if (expiresAt === undefined) return "Somebody can join now; until when is not known.";
  return `Somebody can join now, for ${durationText(expiresAt - now)} more.`;
}

function staySentence(authority: Authority, expiresAt: number | null | undefined): string {
  const { maxSeconds, endsAtExpiry } = authority.stay.highest;
  const parts = [
    ...(maxSeconds === null ? [] : [`${durationText(maxSeconds)} after joining`]),
    ...(endsAtExpiry && typeof expiresAt === "number" ? ["at the expiry"] : []),
  ];
  return parts.length === 0
    ? "Who is inside stays: the token removes nobody, not even when it expires."
    : `Who is inside is removed ${parts.join(", or ")}${parts.length > 1 ? ", whichever comes first" : ""}.`;
}

/** When somebody can join and how long they may stay, as places on a line and as words. */
export function timelineOf(grant: Grant, authority: Authority, issuance: Issuance, now: number): Timeline {
  const instants = instantsOf(grant, issuance);
  const { issuedAt, notBefore, expiresAt } = instants;
  const known = [issuedAt, notBefore, now, expiresAt ?? undefined].filter((time) => time !== undefined);
  const first = Math.min(...known);
  const last = Math.max(...known);
  const span = Math.max(last - first, 60);
  const isEndless = expiresAt === null || expiresAt === undefined;
  // Room at both ends, so that no mark stands on the edge; what never ends goes on beyond now.
  const from = first - span * 0.08;
  const to = last + span * (isEndless ? 0.45 : 0.08);
  const place = (seconds: number): number => (seconds - from) / (to - from);
  const moment = (id: Moment["id"], label: string, seconds: number, tone: Tone): Moment => ({
    id,
    label,
    at: place(seconds),
    time: clockTime(seconds),
    distance: relativeTime(seconds, now),
    tone,
  });
  const { maxSeconds, endsAtExpiry } = authority.stay.highest;
  const state = stateOf(instants, now);
  const removesAtExpiry = endsAtExpiry && typeof expiresAt === "number";
  const moments: Moment[] = [
    ...(issuedAt === undefined ? [] : [moment("issued", "Issued", issuedAt, "quiet")]),
    ...(notBefore === undefined ? [] : [moment("notBefore", "Not before", notBefore, "good")]),
    moment("now", "Now", now, "moved"),
    ...(typeof expiresAt === "number"
      ? [moment("expiry", removesAtExpiry ? "Expires, and removes" : "Expires", expiresAt, "bad")]
      : []),
  ];
  if (maxSeconds !== null && state === "open" && now + maxSeconds < to) {
    moments.push(moment("removal", "Removed, if joined now", now + maxSeconds, "caution"));
  }
  moments.sort((a, b) => a.at - b.at);
  const opening = Math.max(notBefore ?? first, first);
  const open =
    state === "never"
      ? undefined
      : {
          from: notBefore === undefined && issuedAt === undefined ? 0 : place(opening),
          to: isEndless ? 1 : place(expiresAt),
        };
  const sentences = [stateSentence(state, instants, now), staySentence(authority, expiresAt)];
  return { moments, open, isEndless, state, sentences };
}
