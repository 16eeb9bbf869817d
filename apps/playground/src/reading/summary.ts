import { type Authority, type Finding, type Grant, powersOverOthers, rightNames } from "@roompass/core";
import { visibleText } from "../text/visible-text.js";
import { listOf } from "../text/words.js";
import { roomText } from "./room-text.js";

/** The powers over others that a token surely gives; what one sends and receives is the ordinary thing. */
export function powersOf({ rights }: Authority): string[] {
  return powersOverOthers.filter((path) => rights[path] === "allow").map((path) => rightNames[path]);
}

/** Times that have passed, or are to come, are no fault of the token's. */
const timely: ReadonlySet<string> = new Set(["token.expired", "token.not-yet-valid"]);

/** How much is wrong with how a token is made; one fault is enough for a careful reader to refuse it. */
export function countFaults(findings: readonly Finding[]): number {
  return findings.filter(({ id, severity }) => severity === "error" && !timely.has(id)).length;
}

/** Whom it lets in, as the heading of the pass. */
export function holderText({ participant }: Grant): string {
  const { id, name } = participant ?? {};
  if (name !== undefined && name !== "") return visibleText(name, 60);
  return id === undefined ? "Whoever holds it" : visibleText(id, 60);
}

/** The whole in one sentence, which is also what is read out when another token is pasted. */
export function summarySentence(grant: Grant, authority: Authority, now: number): string {
  const id = grant.participant?.id;
  const holder = id === undefined ? "Whoever holds it" : `Participant “${visibleText(id, 60)}”`;
  const room = roomText(grant.room);
  if (!grant.purpose.includes("participant")) return `${holder} can call the vendor's server API for ${room}.`;
  if (typeof grant.expiresAt === "number" && grant.expiresAt <= now) return `It has expired; it was good for ${room}.`;
  const { lowest, highest } = authority.entry;
  const verb =
    lowest !== highest ? "can enter or ask to enter" : lowest === "ask" ? "can ask to enter" : "can walk into";
  const powers = powersOf(authority);
  const inside = powers.length === 0 ? "" : ` Inside they may ${listOf(powers)}.`;
  return `${holder} ${verb} ${room}.${inside}`;
}
