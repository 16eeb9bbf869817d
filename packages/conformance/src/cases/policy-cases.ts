import { translate } from "@roompass/core";
import { actualMove, linesOf, pathsOf } from "../moves/actual-move.js";
import { expectedMove } from "../moves/expected-move.js";
import type { FieldValue } from "../moves/field-values.js";
import { plainGrant, sourceFor, tokenFor } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { refusalOf } from "../run/refusal.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Observation } from "./case.js";
import { deferred, isNothing } from "./deferred.js";
import { generatedCase } from "./generated-case.js";

/** Denials and limits that a caller may give up, if the new vendor has no place for them. */
const givenUp: readonly FieldValue[] = [
  { path: "rights.publish.camera", name: "false", value: false },
  { path: "rights.subscribe", name: "false", value: false },
  { path: "rights.visible", name: "false", value: false },
  { path: "rights.record", name: "false", value: false },
  { path: "stay.maxSeconds", name: "given", value: 600 },
  { path: "notBefore", name: "future", value: now + 600 },
  { path: "entry", name: "ask", value: "ask" },
];

const mayWiden = (path: string): boolean => /^(rights|stay)\.|^(entry|notBefore)$/.test(path);

/** The token that the other vendor would have to widen at most paths. */
function widest(from: Subject, to: Subject): { source: Source; paths: readonly string[] } | undefined {
  const found = givenUp.flatMap((said) => {
    const source = sourceFor(from, said, now);
    const paths = source === undefined ? [] : expectedMove(source, to.adapter, now).refused;
    return source === undefined || paths.length === 0 || !paths.every(mayWiden) ? [] : [{ source, paths }];
  });
  return found.sort((one, other) => other.paths.length - one.paths.length)[0];
}

/** Off where nobody says so, for one path only that path, and for every path told as `widened`. */
function observeAllowance({ source, paths }: NonNullable<ReturnType<typeof widest>>, to: Subject): Observation {
  const [first = "", ...rest] = paths;
  const one = actualMove(source, to.adapter, now, { allowWidening: [first] });
  const all = actualMove(source, to.adapter, now, { allowWidening: paths });
  const widened = linesOf(all.moved?.report ?? []).filter((line) => line.endsWith(" widened"));
  return {
    expected: { without: paths, withOne: rest, withAll: [], widened: paths.map((path) => `${path} widened`) },
    actual: {
      without: pathsOf(actualMove(source, to.adapter, now).refused ?? []),
      withOne: pathsOf(one.refused ?? []),
      withAll: pathsOf(all.refused ?? []),
      widened,
    },
  };
}

const plainSource = (subject: Subject, changes: object = {}): Source =>
  tokenFor(subject, { ...plainGrant(subject, now), ...changes } as never, now).source;

const blueRoom = { room: "blue" };
const somebody = { participant: { id: "u-1" } };
const everyRoomSaid = { room: { any: true } };

const refused = (source: Source, to: Subject, policy: object): readonly string[] =>
  pathsOf(actualMove(source, to.adapter, now, policy).refused ?? []);

/** Two rooms under one name let their tokens into each other's room. */
function observeMergedRooms(from: Subject, to: Subject): Observation {
  const source = plainSource(from, blueRoom);
  const isRefused = (map: object): boolean => refused(source, to, { rooms: { map } }).includes("room");
  return {
    expected: { apart: false, merged: true },
    actual: {
      apart: isRefused({ blue: "b-1", red: "r-1" }),
      merged: isRefused({ blue: "b-1", red: "b-1" }),
    },
  };
}

/** Nobody becomes somebody else, whatever may widen. */
function observeOtherPerson(from: Subject, to: Subject): Observation {
  const source = plainSource(from, somebody);
  const policy = { narrow: { participant: { id: "u-2" } }, allowWidening: ["participant.id"] };
  return {
    expected: { isRefused: true },
    actual: { isRefused: refused(source, to, policy).includes("participant.id") },
  };
}

/** Every room of one account is not every room of another one, also of the same vendor. */
function observeOtherAccount(subject: Subject): Observation {
  const { adapter } = subject;
  const source = plainSource(subject, everyRoomSaid);
  let paths: readonly string[] = [];
  try {
    const to = { adapter, tenant: "another-account" };
    translate(source.reading, { from: adapter, to: to as never, now, trustUnverified: true });
  } catch (error) {
    if (refusalOf(error)?.code !== "translate.refused") throw error;
    paths = pathsOf((error as { readonly refusals?: readonly { path: string }[] }).refusals ?? []);
  }
  return { expected: { isRefused: true }, actual: { isRefused: paths.includes("room") } };
}

const everyRoomOf = (subject: Subject) =>
  deferred(() => sourceFor(subject, { path: "room", name: "every", value: { any: true } }, now));

/** What a caller may allow, and what nobody may. */
export function policyCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  const one = (name: string, comment: string, asked: () => unknown, observe: () => Observation): Case =>
    generatedCase({ id: `core.widening.${name}`, comment, category: "widening", flag: "Trap", asked, observe });
  const account = one(
    "other-account",
    "every room of one account is not every room of another",
    () => plainSource(subject, everyRoomSaid).claims,
    () => observeOtherAccount(subject),
  );
  const everyRoom = everyRoomOf(subject);
  return [
    ...(isNothing(everyRoom) ? [] : [account]),
    ...partners.flatMap((partner) =>
      (["to", "from"] as const).flatMap((direction) => {
        const [from, to] = direction === "to" ? [subject, partner] : [partner, subject];
        const way = `${direction}.${partner.adapter.vendor}`;
        const pair = `${from.adapter.displayName} to ${to.adapter.displayName}`;
        const found = deferred(() => widest(from, to));
        const allowance = isNothing(found)
          ? []
          : [
              one(
                `allowance.${way}`,
                `${pair}: widening is off, covers only the named path, and is told`,
                () => found()?.source.claims,
                () => observeAllowance(found() as NonNullable<ReturnType<typeof widest>>, to),
              ),
            ];
        return [
          ...allowance,
          one(
            `merged-rooms.${way}`,
            `${pair}: two rooms never get one name`,
            () => plainSource(from, blueRoom).claims,
            () => observeMergedRooms(from, to),
          ),
          one(
            `other-person.${way}`,
            `${pair}: nobody becomes somebody else`,
            () => plainSource(from, somebody).claims,
            () => observeOtherPerson(from, to),
          ),
        ];
      }),
    ),
  ];
}
