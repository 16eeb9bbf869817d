import { type Authority, type Grant, powersOverOthers, rightNames } from "@roompass/core";
import { roomText } from "./grant-rows.js";
import { listOf } from "./layout.js";
import { printable } from "./printable.js";
import type { Screen } from "./screen.js";
import { localTime, relativeTime } from "./times.js";

function untilText(grant: Grant, { now, timeZone }: Screen): string {
  const { expiresAt, notBefore } = grant;
  const from = notBefore !== undefined && notBefore > now ? ` from ${localTime(notBefore, timeZone)}` : "";
  if (expiresAt === null) return `${from} for ever`;
  if (expiresAt === undefined) return `${from}; until when is not known`;
  return `${from} until ${localTime(expiresAt, timeZone)} (${relativeTime(expiresAt, now)})`;
}

/** The powers over others that a token surely gives; what one sends and receives is the ordinary thing. */
function powers({ rights }: Authority): string[] {
  return powersOverOthers.filter((path) => rights[path] === "allow").map((path) => rightNames[path]);
}

/** The whole in one sentence. */
export function summary(grant: Grant, authority: Authority, screen: Screen): string {
  const id = grant.participant?.id;
  const holder = id === undefined ? "Whoever holds it" : `Participant "${printable(id)}"`;
  if (!grant.purpose.includes("participant")) {
    return `${holder} can call the vendor's server API for ${roomText(grant.room)}${untilText(grant, screen)}.`;
  }
  const { lowest, highest } = authority.entry;
  const verb =
    lowest !== highest ? "can enter or ask to enter" : lowest === "ask" ? "can ask to enter" : "can walk into";
  const expired = typeof grant.expiresAt === "number" && grant.expiresAt <= screen.now;
  const power = powers(authority);
  const extra = power.length === 0 ? "" : ` Inside they may ${listOf(power)}.`;
  return expired
    ? `It has expired: it was good for ${roomText(grant.room)}${untilText(grant, screen)}.`
    : `${holder} ${verb} ${roomText(grant.room)}${untilText(grant, screen)}.${extra}`;
}
