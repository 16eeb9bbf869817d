import type { EncodeProblem, Native } from "@roompass/core/adapter";
import type { DailyProperties } from "./properties.js";
import { requestOnlyProperties } from "./property-table.js";

const cure = "Mint the token by a request to Daily instead of signing it.";

function problem(path: string, message: string): EncodeProblem {
  return { path, code: "grant.unsupported", message, cure };
}

/** What only a request to Daily can mint: it has no claim, or nobody documents what the claim looks like. */
export function claimProblems({ properties }: Pick<Native<DailyProperties>, "properties">): EncodeProblem[] {
  const problems: EncodeProblem[] = [];
  for (const name of requestOnlyProperties) {
    if (properties[name] === undefined) continue;
    problems.push(
      problem(`extensions.daily.${name}`, `A self-signed token cannot carry \`${name}\`: it has no claim.`),
    );
  }
  if (typeof properties.enable_recording === "object") {
    problems.push(
      problem("rights.record", "A self-signed token cannot carry a list of ways to record; one alone is fine."),
    );
  }
  if (properties.start_cloud_recording_opts !== undefined) {
    const name = "start_cloud_recording_opts";
    problems.push(
      problem(`extensions.daily.${name}`, `Nobody documents what \`${name}\` looks like in a self-signed token.`),
    );
  }
  return problems;
}
