import type { Grant } from "@roompass/core/adapter";
import { askedGrant, askedValues, requestFor } from "../moves/asked-grants.js";
import { askedProblems } from "../moves/asked-laws.js";
import { remedyProblems } from "../moves/forms.js";
import { plainGrant } from "../moves/make-source.js";
import { generatedNow as now } from "../subject/generated-now.js";
import type { Subject } from "../subject/subject.js";
import { exampleTenant } from "../tokens/example-claims.js";
import { plain } from "../vectors/freeze.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { type MadeSource, madeSources } from "./made-sources.js";
import { slug } from "./slug.js";

const contract = (id: string, comment: string, asked: () => unknown, observe: () => Observation): Case =>
  generatedCase({ id: `core.encode.${id}`, comment, category: "encode", flag: "Contract", asked, observe });

/** One case for each path: whatever is asked for there, what is refused is refused in the documented form. */
function askedCases(subject: Subject): readonly Case[] {
  return [...askedValues(subject)].map(([path, values]) =>
    contract(
      `answers.${slug(path)}`,
      `${path}: what is refused has a code, a path and a cure that helps, and what is written is read`,
      () => ({ beside: "the example grant", path, values: values.map(({ name }) => name) }),
      () => {
        const wrong = values.flatMap((said) => {
          const problems = askedProblems(subject, askedGrant(subject, said));
          return problems.length === 0 ? [] : [{ value: said.name, problems: [...new Set(problems)] }];
        });
        return { expected: { wrong: [] }, actual: { wrong } };
      },
    ),
  );
}

/** Who issued a token and when comes back, and nobody and never does as well. */
function issuanceCase(subject: Subject, name: string, issuance: Json): Case {
  const grant = plainGrant(subject, now) as unknown as Grant;
  return contract(
    `issuance.${name}`,
    `a token with ${name === "none" ? "neither account nor time of issue" : `nothing but the ${name}`} says that`,
    () => issuance,
    () => {
      const { adapter } = subject;
      const { native } = adapter.encode(requestFor(subject, grant, "issue", issuance));
      const read = adapter.decode(native);
      const { tenant } = adapter.authority(native, {});
      const expected = { issuance, account: issuance["tenant"] ?? null };
      return { expected, actual: { issuance: plain(read.issuance), account: tenant ?? null } };
    },
  );
}

/** What a room needs for a token is somebody's setting with a name. */
function requirementsCase(subject: Subject, sources: readonly MadeSource[]): Case {
  const { adapter } = subject;
  return contract(
    "room-requirements",
    "what a room needs for a token is a setting of the vendor's, with a name",
    () => sources.map(({ said: { path, name } }) => `${path} ${name}`),
    () => {
      const wrong = sources.flatMap(({ said, source }) => {
        const remedies = adapter.roomRequirements(source().native);
        const problems = remedies.flatMap((remedy) => [
          ...remedyProblems(remedy, adapter.vendor),
          ...(remedy.where === "policy" ? ["a policy is no setting of a room"] : []),
        ]);
        return problems.length === 0 ? [] : [{ says: `${said.path} ${said.name}`, problems }];
      });
      return { expected: { wrong: [] }, actual: { wrong } };
    },
  );
}

/** The form of everything that an adapter answers beside the token itself. */
export function contractCases(subject: Subject): readonly Case[] {
  return [
    ...askedCases(subject),
    issuanceCase(subject, "none", {}),
    issuanceCase(subject, "account", { tenant: exampleTenant(subject) }),
    issuanceCase(subject, "time", { issuedAt: now }),
    requirementsCase(subject, madeSources(subject)),
  ];
}
