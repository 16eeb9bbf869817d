import {
  type AnyAdapter,
  type Authority,
  captureModeNames,
  fieldPaths,
  type Reading,
  rightNames,
  rightPaths,
} from "@roompass/core";
import { plainReading, readPath, sameValue } from "@roompass/core/kit";
import { clockTime, durationText } from "../text/times.js";
import { visibleText } from "../text/visible-text.js";
import { joinRights, listOf, pathName, type Tone } from "../text/words.js";
import type { ClaimsReading } from "./explain-claims.js";
import { roomText } from "./room-text.js";

/** One thing that a claim does. */
export interface Effect {
  /** The neutral path that it moves, or a word for what has none. */
  readonly path: string;
  readonly text: string;
  readonly tone: Tone;
}

const rightSentences: Readonly<Record<Reading, { readonly lead: string; readonly tone: Tone }>> = {
  allow: { lead: "Gives", tone: "good" },
  possible: { lead: "May include, by a role", tone: "caution" },
  "default(allow)": { lead: "Leaves to the vendor's default, which allows it", tone: "quiet" },
  ungoverned: { lead: "Lets in, and then no token can withhold", tone: "caution" },
  unknown: { lead: "Leaves open", tone: "quiet" },
  "default(deny)": { lead: "Leaves to the vendor's default, which denies it", tone: "quiet" },
  deny: { lead: "Withholds", tone: "bad" },
};

type RightPath = (typeof rightPaths)[number];

function rightText(path: RightPath, authority: Authority): string {
  const modes = authority.modes?.[path as keyof NonNullable<Authority["modes"]>];
  return modes === undefined
    ? rightNames[path]
    : `${rightNames[path]} ${listOf(modes.map((mode) => captureModeNames[mode]))}`;
}

function rightEffects(whole: Authority, without: Authority): Effect[] {
  const sameModes = (path: RightPath): boolean =>
    sameValue(whole.modes?.[path as never], without.modes?.[path as never]) &&
    (path !== "rights.subscribe" || sameValue(whole.subscribeSelection, without.subscribeSelection));
  const changed = rightPaths.filter((path) => whole.rights[path] !== without.rights[path] || !sameModes(path));
  return (Object.keys(rightSentences) as Reading[]).flatMap((reading) => {
    const paths = changed.filter((path) => plainReading(whole.rights[path]) === reading);
    const [first] = paths;
    if (first === undefined) return [];
    const { lead, tone } = rightSentences[reading];
    const text = `${lead}: ${joinRights(paths.map((path) => rightText(path, whole)))}.`;
    return paths.map((path, index) => ({ path, text: index === 0 ? text : "", tone }));
  });
}

function windowEffects(whole: Authority, without: Authority): Effect[] {
  const effects: Effect[] = [];
  const { notBefore, expiresAt } = whole.window.highest;
  if (expiresAt !== without.window.highest.expiresAt && typeof expiresAt === "number") {
    effects.push({ path: "expiresAt", text: `Nobody joins from ${clockTime(expiresAt)} on.`, tone: "good" });
  }
  if (notBefore !== without.window.highest.notBefore) {
    effects.push({ path: "notBefore", text: `Nobody joins before ${clockTime(notBefore)}.`, tone: "good" });
  }
  const { maxSeconds, endsAtExpiry } = whole.stay.highest;
  if (maxSeconds !== without.stay.highest.maxSeconds && maxSeconds !== null) {
    const text = `Removes its holder ${durationText(maxSeconds)} after joining.`;
    effects.push({ path: "stay.maxSeconds", text, tone: "good" });
  }
  if (endsAtExpiry !== without.stay.highest.endsAtExpiry && endsAtExpiry) {
    effects.push({ path: "stay.endsAtExpiry", text: "Removes its holder from the call at the expiry.", tone: "good" });
  }
  return effects;
}

function placeEffects(whole: Authority, without: Authority): Effect[] {
  const effects: Effect[] = [];
  if (!sameValue(whole.room, without.room)) {
    const isEvery = typeof whole.room.highest === "object" && "any" in whole.room.highest;
    const text = `Good for ${roomText(whole.room.highest)}.`;
    effects.push({ path: "room", text, tone: isEvery ? "caution" : "good" });
  }
  if (!sameValue(whole.identity, without.identity) && whole.identity.lowest !== null) {
    const isBound = whole.identity.highest !== null;
    const text = isBound
      ? "Binds the token to one participant."
      : "Names a participant; whether it binds is not certain.";
    effects.push({ path: "participant.id", text, tone: isBound ? "good" : "caution" });
  }
  if (!sameValue(whole.entry, without.entry)) {
    const { lowest, highest } = whole.entry;
    const sentence = highest === "ask" ? "Has to ask to enter." : "Walks in.";
    const text = lowest === highest ? sentence : "Has to ask to enter where the room is set so; elsewhere it walks in.";
    effects.push({ path: "entry", text, tone: highest === "ask" ? "good" : "quiet" });
  }
  if (!sameValue(whole.purpose, without.purpose)) {
    const isApi = whole.purpose.highest.includes("api");
    const text = isApi ? "May call the vendor's server API." : "For joining rooms only, not for the server API.";
    effects.push({ path: "purpose", text, tone: isApi ? "caution" : "good" });
  }
  if (whole.tenant !== without.tenant && whole.tenant !== undefined) {
    effects.push({ path: "tenant", text: "Names the account that the token belongs to.", tone: "quiet" });
  }
  return effects;
}

const described = fieldPaths.filter((path) => /^(?:participant\.(?!id)|start|automation|client)/.test(path));

function descriptionEffects(whole: ClaimsReading, without: ClaimsReading): Effect[] {
  return described.flatMap((path): Effect[] => {
    const value = readPath(whole.decoded.grant, path);
    if (value === undefined || sameValue(value, readPath(without.decoded.grant, path))) return [];
    if (path.startsWith("automation.")) {
      const what = path === "automation.record" ? "a recording" : "a transcription";
      return [{ path, text: `Starts ${what} by itself when its holder joins.`, tone: "caution" }];
    }
    if (path.startsWith("participant.")) {
      const text = `Says who it is (${pathName(path)}); grants nothing.`;
      return [{ path, text, tone: "quiet" }];
    }
    const shown = typeof value === "string" ? `: ${visibleText(value, 60)}` : "";
    return [{ path, text: `Tells the client (${pathName(path)}${shown}); grants nothing.`, tone: "quiet" }];
  });
}

function residueEffects(adapter: AnyAdapter, whole: ClaimsReading, without: ClaimsReading): Effect[] {
  return Object.keys(whole.decoded.residue).flatMap((name): Effect[] => {
    if (sameValue(whole.decoded.residue[name], without.decoded.residue[name])) return [];
    const rule = Object.hasOwn(adapter.residueRules, name) ? adapter.residueRules[name] : undefined;
    if (rule?.kind === "covered") return [];
    return [{ path: name, text: rule?.note ?? "The vendor knows it, the neutral model does not.", tone: "quiet" }];
  });
}

/** What a claim does: everything in which the token reads differently without it. */
export function claimEffects(adapter: AnyAdapter, whole: ClaimsReading, without: ClaimsReading): readonly Effect[] {
  const before: Effect[] = [
    ...placeEffects(whole.authority, without.authority),
    ...windowEffects(whole.authority, without.authority),
    ...rightEffects(whole.authority, without.authority),
    ...descriptionEffects(whole, without),
    ...residueEffects(adapter, whole, without),
  ];
  if (whole.decoded.issuance.issuedAt !== without.decoded.issuance.issuedAt) {
    before.push({ path: "issuedAt", text: "Says when it was issued; grants nothing.", tone: "quiet" });
  }
  return before;
}
