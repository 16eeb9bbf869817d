import { askedFor } from "../refusals/refusal-of-value.js";
import { generatedNow } from "../refusals/refuses.js";
import { descriptionPaths, exampleValues } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Case } from "./case.js";
import { flagged } from "./notes.js";

/** `participant.avatarUrl` as a part of an id. */
export const slug = (path: string): string =>
  path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^rights\./, "");

/** One case for everything that the adapter's table gives up: asked for, it is refused or, a description, reported. */
export function refusalCases(subject: Subject): readonly Case[] {
  if (subject.issue === undefined && subject.plan === undefined) return [];
  const given = grantPaths.filter((path) => subject.adapter.capabilities[path]?.carried === "none");
  return given.flatMap((path) =>
    exampleValues(path, generatedNow).map(({ name, value }): Case => {
      const expected = descriptionPaths.has(path) ? "reported" : "refused";
      return {
        id: `core.refusal.${slug(path)}.${name}`,
        comment: `${path} ${name}, which no token of this vendor holds, is ${expected}`,
        category: "refusal",
        level: "MUST",
        since: 1,
        flags: flagged(expected === "reported" ? "NoPlace" : "Undeclared"),
        requires: [],
        observe: async () => ({ expected, actual: await askedFor(subject, path, value, generatedNow) }),
      };
    }),
  );
}
