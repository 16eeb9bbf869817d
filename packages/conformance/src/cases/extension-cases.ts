import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { requestFor } from "../moves/asked-grants.js";
import { problemProblems } from "../moves/asked-laws.js";
import { plainGrant } from "../moves/make-source.js";
import { sameValue } from "../run/same-value.js";
import { grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";

/** A value of every kind that JSON has. */
const values: readonly unknown[] = ["blue", "", true, false, 0, 7, -1, 1.5, null, [], ["blue"], {}, { a: "blue" }];

const said = (subject: Subject, vendor: string, members: Json): Grant =>
  frozen({ ...plainGrant(subject, now), extensions: { [vendor]: members } }) as unknown as Grant;

const encoded = (subject: Subject, grant: Grant) => subject.adapter.encode(requestFor(subject, grant, "issue"));

/** A problem is about an extension where it names it, or all of them: a name from outside need not be repeated. */
const isAbout = ({ adapter }: Subject, name: string) => {
  const all = `extensions.${adapter.vendor}`;
  return ({ path }: EncodeProblem): boolean => path === all || path === `${all}.${name}`;
};

/** The codes with which one extension is refused; empty where nobody minds it. */
function refusals(subject: Subject, name: string, value: unknown): readonly string[] {
  const { problems } = encoded(subject, said(subject, subject.adapter.vendor, { [name]: value }));
  return problems.filter(isAbout(subject, name)).map(({ code }) => code);
}

/** No vendor has these; two of them every object of JavaScript has. */
const nobodys = ["x-nobody-knows", "constructor", "toString"];

function observeUnknown(subject: Subject): Observation {
  const accepted = nobodys.filter((name) =>
    values.some((value) => !sameValue(refusals(subject, name, value), ["grant.unknown-field"])),
  );
  return { expected: { accepted: [] }, actual: { accepted } };
}

/** What the table names as the place of a neutral field, where that is one plain name. */
function modelledNames({ adapter }: Subject): readonly string[] {
  const names = grantPaths.flatMap((path) => adapter.capabilities[path]?.property?.split(", ") ?? []);
  const plainNames = names.filter((name) => /^[A-Za-z_]\w*$/.test(name));
  return [...new Set(plainNames)].filter((name) => !Object.hasOwn(adapter.residueRules, name));
}

function observeModelled(subject: Subject): Observation {
  const accepted = modelledNames(subject).filter((name) =>
    values.some((value) => !sameValue(refusals(subject, name, value), ["grant.modelled-extension"])),
  );
  return { expected: { accepted: [] }, actual: { accepted } };
}

/** Written as it was said, or refused in the documented form: a value of another kind is neither dropped nor mended. */
function observeKinds(subject: Subject, name: string): Observation {
  const { adapter } = subject;
  const wrong = values.flatMap((value) => {
    const { native, problems } = encoded(subject, said(subject, adapter.vendor, { [name]: value }));
    const about = problems.filter(isAbout(subject, name));
    if (about.length > 0) {
      const faults = about.flatMap((problem) => problemProblems(subject, problem, "issue"));
      return faults.length === 0 ? [] : [{ value, faults }];
    }
    const { residue } = adapter.decode(native);
    return problems.length > 0 || sameValue(plain(residue[name] ?? null), value)
      ? []
      : [{ value, faults: ["not kept"] }];
  });
  return { expected: { wrong: [] }, actual: { wrong } };
}

/** What a grant says to another vendor changes nothing here. */
function observeElsewhere(subject: Subject): Observation {
  const plainOne = plainGrant(subject, now) as unknown as Grant;
  const [alone, beside] = [plainOne, said(subject, "somebody-else", { seat: 7 })].map((grant) => {
    const { native, problems } = encoded(subject, grant);
    return plain({ properties: native.properties, problems: problems.map(({ path }) => path) });
  });
  return { expected: alone, actual: beside };
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** What a grant says to this vendor alone. */
export function extensionCases(subject: Subject): readonly Case[] {
  const { adapter } = subject;
  const one = (id: string, comment: string, asked: () => unknown, observe: () => Observation): Case =>
    generatedCase({
      id: `core.encode.extensions.${id}`,
      comment,
      category: "encode",
      flag: "Extension",
      asked,
      observe,
    });
  const asked = (name: string) => () => grantWith({}, `extensions.${adapter.vendor}.${name}`, values);
  const modelled = modelledNames(subject);
  return [
    one("unknown", "an extension that the vendor does not have is refused", asked("x-nobody-knows"), () =>
      observeUnknown(subject),
    ),
    ...(modelled.length === 0
      ? []
      : [
          one(
            "modelled",
            "what has a neutral field does not come in as an extension",
            () => modelled,
            () => observeModelled(subject),
          ),
        ]),
    one("elsewhere", "what is said to another vendor changes nothing here", asked("seat"), () =>
      observeElsewhere(subject),
    ),
    ...Object.keys(adapter.residueRules).map((name) =>
      one(
        `kinds.${slugOf(name)}`,
        `${name} is written as it was said, or refused, whatever its value is`,
        asked(name),
        () => observeKinds(subject, name),
      ),
    ),
  ];
}
