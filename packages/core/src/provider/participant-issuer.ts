import { orElse } from "../errors/given.js";
import { sameValue } from "../grant/compare-values.js";
import { isPlainObject } from "../grant/fields.js";
import type { Grant, Participant } from "../grant/grant.js";
import { parseGrant } from "../grant/parse-grant.js";
import { signPayload } from "../jws/index.js";
import type { TokenKey } from "../jws/token-key.js";
import { type Clock, readClock } from "./clock.js";
import { prepareIssue } from "./prepare.js";
import type { PrepareOptions } from "./prepared.js";
import type { IssueResult } from "./provider.js";

/** What an issuer returns of each token: the parts of `issue`'s result that a join page needs. */
export type ParticipantToken = Pick<IssueResult<string, unknown>, "token" | "expiresAt" | "warnings" | "report">;

/** A grant that need not say who it is for; who comes is said for each token. */
export type MeetingInput<Input> = Input extends unknown
  ? Omit<Input, "participant"> & { readonly participant?: Participant }
  : never;

/** Issues tokens for the participants of one meeting, who differ in who they are and in nothing else. */
export interface ParticipantIssuer {
  /**
   * Issues one token, with an issue time of its own.
   *
   * @param participant Who it is for, instead of the grant's own `participant`.
   * @throws RoompassError as `issue` of the provider does; `grant.empty-window` once the meeting's expiry is over.
   */
  issue(participant: Participant): Promise<ParticipantToken>;
}

/** A token as it was issued in full, with the claims that were signed. */
export interface IssuedInFull {
  readonly result: IssueResult<string, unknown>;
  readonly claims: object;
}

export interface IssuerSettings {
  /** Parsed: its expiry is an instant. */
  readonly grant: Grant;
  /** The key that signs; absent where the vendor mints, so that every token is asked for. */
  readonly key?: TokenKey;
  readonly clock: Clock;
  /** The long way, with every check; `now` in unix seconds. */
  readonly issueInFull: (grant: unknown, now: number) => Promise<IssuedInFull>;
}

/**
 * The grant of a meeting without its participant, checked as far as it can be without knowing who comes.
 *
 * @throws RoompassError a `grant.*` code.
 */
export function readMeeting(input: unknown, context: PrepareOptions): Grant {
  // What cannot be taken apart is refused by the parser, which says why.
  const meeting = orElse(() => membersOfTheMeeting(input), input);
  const grant = parseGrant(meeting, { now: context.now });
  prepareIssue({ ...grant, participant: probes[0] }, context);
  return grant;
}

function membersOfTheMeeting(input: unknown): unknown {
  if (!isPlainObject(input)) return input;
  return Object.fromEntries(Object.entries(input as object).filter(([name]) => name !== "participant"));
}

/** Two participants whom nobody has: what their tokens have in common is what every token of the meeting has. */
const probes = [
  nobody("participant-probe", "a name that stands for names"),
  nobody("-0123456789_abcdefghijklmnopqrstuvwX", 'A"\\€'.padEnd(40, "€")),
] as const;

function nobody(id: string, name: string): { readonly id: string; readonly name: string } {
  return { id, name };
}

/** No vendor can mean anything by such an id, or have anything against it. All others are issued in full. */
const plainId = /^[\w-]{1,36}$/;
/** Nor by such a name: it has no characters that are not seen, and none but seen ones at its ends. */
const plainName = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{P}\p{S} ]*[^ ])?$/u;
/** Both less than the second probe's, so that no token is longer than one that was looked at. */
const mostNameCharacters = 36;
const mostNameLiteral = 38;

interface Template {
  /** The claims as JSON text, in three parts: around the id and the name, whichever comes first. */
  readonly parts: readonly [string, string, string];
  readonly order: "id, name" | "name, id" | "id";
  readonly rest: Omit<ParticipantToken, "token">;
}

function fill({ parts, order }: Template, id: string, name: string): string {
  const [before, between, after] = parts;
  if (order === "id") return `${before}"${id}"${after}`;
  return order === "id, name"
    ? `${before}"${id}"${between}${name}${after}`
    : `${before}${name}${between}"${id}"${after}`;
}

/** Where a text stands, when it stands in one place. */
function onlyPlace(text: string, part: string): number | undefined {
  const place = text.indexOf(part);
  return place >= 0 && text.indexOf(part, place + 1) < 0 ? place : undefined;
}

function templateOf(
  { result, claims }: IssuedInFull,
  { id, name }: { id: string; name: string },
): Template | undefined {
  const text = JSON.stringify(claims);
  const [idText, nameText] = [JSON.stringify(id), JSON.stringify(name)];
  const { expiresAt, warnings, report } = result;
  const rest = { expiresAt, warnings, report };
  const idAt = onlyPlace(text, idText);
  if (idAt === undefined) return undefined;
  // Some vendors' tokens have no place for a name.
  if (!text.includes(nameText)) {
    return { parts: [text.slice(0, idAt), "", text.slice(idAt + idText.length)], order: "id", rest };
  }
  const nameAt = onlyPlace(text, nameText);
  if (nameAt === undefined) return undefined;
  const [first, second] = idAt < nameAt ? [idAt, nameAt] : [nameAt, idAt];
  const [firstText, secondText] = idAt < nameAt ? [idText, nameText] : [nameText, idText];
  return {
    parts: [text.slice(0, first), text.slice(first + firstText.length, second), text.slice(second + secondText.length)],
    order: idAt < nameAt ? "id, name" : "name, id",
    rest,
  };
}

function isForecast(template: Template, { result, claims }: IssuedInFull, id: string, name: string): boolean {
  const { expiresAt, warnings, report } = result;
  return (
    fill(template, id, JSON.stringify(name)) === JSON.stringify(claims) &&
    sameValue(template.rest, { expiresAt, warnings, report })
  );
}

/** The id and the name as JSON, where they are so plain that a template may be filled with them. May throw. */
function plainly(participant: unknown): { readonly id: string; readonly name: string } | undefined {
  if (!isPlainObject(participant) || Object.keys(participant).length !== 2) return undefined;
  const { id, name } = participant;
  if (typeof id !== "string" || typeof name !== "string" || name.length > mostNameCharacters) return undefined;
  if (!plainId.test(id) || !plainName.test(name)) return undefined;
  const literal = JSON.stringify(name);
  return literal.length > mostNameLiteral ? undefined : { id, name: literal };
}

/** The long way for two participants whom nobody has; `undefined` where their tokens differ in more than that. */
async function makeTemplate(issue: (participant: Participant) => Promise<IssuedInFull>): Promise<Template | undefined> {
  const [one, other] = probes;
  try {
    const template = templateOf(await issue(one), one);
    if (template === undefined) return undefined;
    return isForecast(template, await issue(other), other.id, other.name) ? template : undefined;
  } catch {
    // Whatever is wrong is told to whoever asks for a token, about that token.
    return undefined;
  }
}

/**
 * An issuer that goes the long way for two participants whom nobody has, once a second, and fills in the id and the name
 * for everybody else of that second. It does so where those two tokens differ in the id and the name alone, word for word,
 * and in nothing that was found about them. Where they do not, and for ids and names that a vendor might look into, every
 * token goes the long way.
 */
export function createParticipantIssuer({ grant, key, clock, issueInFull }: IssuerSettings): ParticipantIssuer {
  const { participant: _, ...meeting } = grant;
  const issueFor = (participant: unknown, now: number): Promise<IssuedInFull> =>
    issueInFull({ ...meeting, participant }, now);
  // A template is good for the second in which it was made: the time of issue stands in it.
  let second = 0;
  let issued = 0;
  let template: Promise<Template | undefined> | Template | undefined;

  function templateAt(now: number): typeof template {
    if (now !== second) {
      second = now;
      issued = 0;
      template = undefined;
    }
    issued += 1;
    // One token a second is not worth the two that a template costs.
    if (issued !== 2) return template;
    const making = makeTemplate((participant) => issueFor(participant, now)).then((made) => {
      if (template === making) template = made;
      return made;
    });
    template = making;
    return template;
  }

  return Object.freeze<ParticipantIssuer>({
    async issue(participant) {
      const now = readClock(clock);
      // Whoever cannot be read goes the long way, where that is said.
      const plain = key === undefined ? undefined : orElse(() => plainly(participant), undefined);
      const found = plain === undefined ? undefined : templateAt(now);
      const filled = found instanceof Promise ? await found : found;
      if (key === undefined || plain === undefined || filled === undefined) {
        const { token, expiresAt, warnings, report } = (await issueFor(participant, now)).result;
        return Object.freeze({ token, expiresAt, warnings, report });
      }
      const { expiresAt, warnings, report } = filled.rest;
      const token = await signPayload(fill(filled, plain.id, plain.name), key);
      return Object.freeze({ token, expiresAt, warnings, report });
    },
  });
}
