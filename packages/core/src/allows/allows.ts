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

const doubtful = (answer: Answer, reason: string): Answer => ({ ...answer, answer: "uncertain", reason });

/** Where it is not certain that the holder gets in, a `yes` is not either; a `no` stays one. */
function withDoubt(answer: Answer, doubt: Answer | undefined): Answer {
  return answer.answer === "yes" && doubt !== undefined ? doubtful(answer, doubt.reason) : answer;
}

/** What could not be read may give anything, and take anything away. */
function isUnread({ token }: Subject): boolean {
  return token !== undefined && unreadIn(token).length > 0;
}

/**
 * Whether somebody who joins at `context.at` may do something.
 *
 * - Outside the window, the rooms or the person that it is good for, the answer to everything is `no`.
 * - Of a token of which a part could not be read for certain, everything else is `uncertain`.
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
  if (isUnread(subject)) return doubtful(answer, "A part of the token could not be read for certain.");
  return withDoubt(answer, place);
}
