import type { Finding } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";
import type { DailyPermissions, DailyReceiveMedia } from "./properties.js";
import { setOwn } from "./set-own.js";

type Members = Readonly<Record<string, unknown>>;

/** Puts unknown members back where they stood. What the properties say is never overridden. */
export function putBack(claims: Record<string, unknown>, unknown: Members): Record<string, unknown> {
  for (const [name, value] of Object.entries(unknown)) {
    const said = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (said === undefined) setOwn(claims, name, value);
    else if (isObject(said) && isObject(value)) setOwn(claims, name, putBack({ ...said }, value));
  }
  return claims;
}

function keepRule(unknown: unknown, rule: boolean | DailyReceiveMedia | undefined): boolean {
  return isObject(unknown) && isObject(rule);
}

function keepSenders(
  unknown: unknown,
  senders: Readonly<Record<string, boolean | DailyReceiveMedia>> | undefined,
): Members {
  if (!isObject(unknown) || senders === undefined) return {};
  return Object.fromEntries(
    Object.entries(unknown).filter(([id, members]) => Object.hasOwn(senders, id) && keepRule(members, senders[id])),
  );
}

function keepReceive(unknown: Members, canReceive: NonNullable<DailyPermissions["canReceive"]>): Members {
  const { b, u, p, ...rest } = unknown;
  const users = keepSenders(u, canReceive.byUserId);
  const sessions = keepSenders(p, canReceive.byParticipantId);
  return {
    ...rest,
    ...(keepRule(b, canReceive.base) ? { b } : {}),
    ...(Object.keys(users).length === 0 ? {} : { u: users }),
    ...(Object.keys(sessions).length === 0 ? {} : { p: sessions }),
  };
}

function countMembers(value: unknown): number {
  return isObject(value) ? Object.values(value).reduce<number>((sum, member) => sum + countMembers(member), 0) : 1;
}

/**
 * The unknown members that still have a place. Inside `p.cr` the place goes away when reception is narrowed; putting
 * them back all the same would make up a rule out of unknown members alone.
 */
export function keepUnknown(unknown: Members, permissions: DailyPermissions | undefined, findings: Finding[]): Members {
  const below = unknown["p"];
  const receive = isObject(below) ? below["cr"] : undefined;
  if (!isObject(below) || !isObject(receive)) return unknown;
  const { cr: _, ...rest } = below;
  const canReceive = permissions?.canReceive;
  const kept = canReceive === undefined ? {} : keepReceive(receive, canReceive);
  if (countMembers(kept) < countMembers(receive)) {
    findings.push({
      id: "daily.unknown-dropped",
      severity: "warning",
      path: "p.cr",
      message: "Unknown members of `p.cr` were left out, since what they stood beside is gone.",
      cure: "Check whether the token still says what it is meant to say.",
    });
  }
  const members = Object.keys(kept).length === 0 ? rest : { ...rest, cr: kept };
  const { p: _below, ...others } = unknown;
  return Object.keys(members).length === 0 ? others : { ...others, p: members };
}
