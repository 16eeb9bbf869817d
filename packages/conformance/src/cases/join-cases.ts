import type { Grant } from "@roompass/core/adapter";
import { type FieldValue, fieldValues } from "../moves/field-values.js";
import { grantSaying, plainGrant } from "../moves/make-source.js";
import { undefinedMembers } from "../moves/undefined-members.js";
import { sameValue } from "../run/same-value.js";
import { descriptionPaths, grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { slug } from "./slug.js";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every text, number and switch in a value, wherever it stands. */
const leavesOf = (value: unknown): readonly unknown[] =>
  isObject(value) ? Object.values(value).flatMap(leavesOf) : [value];

/** Whether an option holds all that was said: as it is, inside more of the same, or as JSON in text. */
function holds(option: unknown, said: unknown): boolean {
  if (sameValue(option, said)) return true;
  if (typeof option === "string") return option === JSON.stringify(said);
  if (!isObject(option)) return false;
  const had = leavesOf(option);
  return leavesOf(said).every((leaf) => had.some((one) => Object.is(one, leaf)));
}

const joinOf = ({ adapter }: Subject, grant: Json): Json =>
  plain(adapter.join(frozen(grant) as unknown as Grant)) as Json;

/** The option that the table names for a path, where it goes to the client. */
function optionOf({ adapter }: Subject, path: string): string | undefined {
  const outside = adapter.capabilities[path as keyof typeof adapter.capabilities]?.outside;
  return outside?.where === "client" ? outside.setting : undefined;
}

/** Two words stand for two of the vendor's own; everything else is passed on as it is. */
const areWords = (values: readonly FieldValue[]): boolean =>
  values.every(({ value }) => value === "on" || value === "off" || typeof value === "boolean");

/** The option is there when something was said, holds it, and is not there when nothing was. */
function observeMoved(subject: Subject, option: string, values: readonly FieldValue[]): Observation {
  const silent = joinOf(subject, plainGrant(subject, now))[option];
  const told = values.map((said) => ({ said, option: joinOf(subject, grantSaying(subject, said, now))[option] }));
  const wrong = told
    .filter(({ said, option: has }) => (areWords(values) ? has === undefined : !holds(has, said.value)))
    .map(({ said }) => said.name);
  const isApart = new Set(told.map(({ option: has }) => JSON.stringify(has))).size === told.length;
  return {
    expected: { silent: null, wrong: [], isApart: true },
    actual: { silent: silent ?? null, wrong, isApart },
  };
}

/** What one path adds to the options, by the option's name. */
function added(subject: Subject, said: FieldValue, beside: Json): Json {
  const before = joinOf(subject, beside);
  const after = joinOf(subject, grantWith(beside, said.path, said.value));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !sameValue(value, before[name])));
}

/** Everything said at once goes to the client as it does alone: two descriptions may share an option, none gets lost. */
function observeTogether(subject: Subject, all: readonly FieldValue[]): Observation {
  const plainOne = plainGrant(subject, now);
  const whole = all.reduce<Json>((grant, { path, value }) => grantWith(grant, path, value), plainOne);
  const join = joinOf(subject, whole);
  const missing = all.filter((said) => {
    const alone = added(subject, said, plainOne);
    return Object.entries(alone).some(([name, value]) => !holds(join[name], value));
  });
  return { expected: { missing: [] }, actual: { missing: missing.map(({ path }) => path) } };
}

/** The least that a grant can say, and each description alone: nothing breaks down, and nothing stands for nothing. */
function observeForm(subject: Subject, all: readonly FieldValue[]): Observation {
  const { participant: _, ...least } = plainGrant(subject, now);
  const grants = [least, ...all.map(({ path, value }) => grantWith(least, path, value))];
  const wrong = grants.flatMap((grant) => undefinedMembers(subject.adapter.join(frozen(grant) as unknown as Grant)));
  return { expected: { undefined: [] }, actual: { undefined: [...new Set(wrong)] } };
}

/** Whoever has to join under the name that the token is bound to joins under that one, letter by letter. */
function observeIdentity(subject: Subject): Observation {
  const ids = ["u-2", "McKenna-7B"].map((value) => ({ path: "participant.id", name: value, value }));
  const wrong = ids.flatMap((said) =>
    Object.entries(added(subject, said, plainGrant(subject, now)))
      .filter(([, value]) => value !== said.value)
      .map(([name]) => name),
  );
  return { expected: { wrong: [] }, actual: { wrong } };
}

/** A program may leave `join` out: then there is nothing to hold against its table. */
const hasJoin = (subject: Subject, all: readonly FieldValue[]): boolean =>
  subject.program === undefined ||
  all.some(
    ({ path, value }) => Object.keys(joinOf(subject, grantWith(plainGrant(subject, now), path, value))).length > 0,
  );

/** What the table moves into the client's hands is what the client is told to pass. */
export function joinCases(subject: Subject): readonly Case[] {
  const values = fieldValues(now, subject.adapter.limits).filter(({ path }) =>
    (descriptionPaths as ReadonlySet<string>).has(path),
  );
  const paths = [...new Set(values.map(({ path }) => path))];
  const one = (id: string, comment: string, asked: () => unknown, observe: () => Observation): Case =>
    generatedCase({ id: `core.encode.join.${id}`, comment, category: "encode", flag: "Join", asked, observe });
  const all = paths.flatMap((path) => values.filter((value) => value.path === path).slice(0, 1));
  const told = hasJoin(subject, all) ? paths : [];
  const moved = told.flatMap((path) => {
    const option = optionOf(subject, path);
    if (option === undefined) return [];
    const said = values.filter((value) => value.path === path);
    const comment = `${path} goes to the client as \`${option}\`: all of it, and only when it was said`;
    return [
      one(
        slug(path),
        comment,
        () => said.map(({ value }) => value),
        () => observeMoved(subject, option, said),
      ),
    ];
  });
  return [
    ...moved,
    one(
      "together",
      "descriptions that go to the client together go there as they do alone",
      () => all.map(({ path, value }) => ({ path, value })),
      () => observeTogether(subject, all),
    ),
    one(
      "form",
      "options are there or not there, whatever else the grant says",
      () => all.map(({ path, value }) => ({ path, value })),
      () => observeForm(subject, all),
    ),
    one(
      "identity",
      "the client joins as the participant that was asked for, or is told nothing of it",
      () => ({ path: "participant.id" }),
      () => observeIdentity(subject),
    ),
  ];
}
