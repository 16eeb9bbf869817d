import { checkOptions } from "../errors/check-options.js";
import { type Action, targetOf } from "./action.js";
import type { Answer } from "./answer.js";
import { answerJoin, answerRight, noSuchAction } from "./answer-action.js";
import { type AllowsContext, checkPlace } from "./check-place.js";
import { type Granting, readSubject, type Subject, unreadIn } from "./subject.js";

const knownContext = {
  called: "context",
  names: ["at", "room", "participantId"],
  restricting: ["room", "participantId"],
} as const;

/** A doubt takes the certainty of a `yes` away; a `no` stays one. */
function withDoubt(answer: Answer, doubt: Answer): Answer {
  return answer.answer === "yes" ? { ...answer, answer: "uncertain", reason: doubt.reason } : answer;
}

function unread({ token }: Subject): Answer | undefined {
  if (token === undefined || unreadIn(token).length === 0) return undefined;
  return { answer: "uncertain", reading: "unknown", reason: "A part of the token could not be read for certain." };
}

/**
 * Whether somebody who joins at `context.at` may do something.
 *
 * - Outside the window, the rooms or the person that it is good for, the answer to everything is `no`.
 * - A grant answers for what it says; what it does not say is `uncertain`. A token answers with its vendor's
 *   documented defaults, too: `yes` only where the least that it can mean allows it, `no` only where the most does
 *   not.
 * - Who has to be admitted gets `uncertain` for `join`: somebody inside decides. Rights are those of a person inside.
 * - A right to some modes, kinds or senders is `uncertain`: it depends on which is meant.
 *
 * It says nothing about the signature; only `verify` does. Total for every parsed grant: a time that is not a number
 * and an action that does not exist are answered with `no`.
 *
 * @throws RoompassError `translate.vendor-mismatch` for a token with the adapter of another vendor; `input.wrong-kind`,
 *   `options.unknown` or `options.invalid` for a wrong call, an undefined `room` or `participantId` among them.
 */
export function allows(granting: Granting, action: Action, context: AllowsContext): Answer {
  checkOptions(context, knownContext);
  const subject = readSubject(granting, "granting");
  const target = targetOf(action);
  if (target === undefined) return noSuchAction();
  const place = checkPlace(subject, context);
  if (place?.answer === "no") return place;
  const answer = target === "join" ? answerJoin(subject.authority) : answerRight(target, subject.authority);
  const doubt = unread(subject) ?? place;
  return doubt === undefined ? answer : withDoubt(answer, doubt);
}
