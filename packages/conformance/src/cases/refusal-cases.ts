import { askedFor } from "../refusals/refusal-of-value.js";
import { descriptionPaths, exampleValues } from "../subject/example-values.js";
import { generatedNow } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Case } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { slug } from "./slug.js";

/** One case for everything that the adapter's table gives up: asked for, it is refused or, a description, reported. */
export function refusalCases(subject: Subject): readonly Case[] {
  if (subject.issue === undefined && subject.plan === undefined) return [];
  const given = grantPaths.filter((path) => subject.adapter.capabilities[path]?.carried === "none");
  return given.flatMap((path) =>
    exampleValues(path, generatedNow).map(({ name, value }): Case => {
      const expected = descriptionPaths.has(path) ? "reported" : "refused";
      return generatedCase({
        id: `core.refusal.${slug(path)}.${name}`,
        comment: `${path} ${name}, which no token of this vendor holds, is ${expected}`,
        category: "refusal",
        flag: expected === "reported" ? "NoPlace" : "Undeclared",
        asked: () => ({ beside: "the example grant", path, value }),
        observe: async () => ({ expected, actual: await askedFor(subject, path, value, generatedNow) }),
      });
    }),
  );
}
