import { RoompassError } from "@roompass/core";
import type { EncodeProblem, Native } from "@roompass/core/adapter";
import type { DailyProperties } from "./properties.js";
import { claimOnlyProperties, requestOnlyProperties } from "./property-table.js";

const requestInstead = "Mint the token by a request to Daily instead of signing it.";
const signInstead = "Sign the token with the API key: a request takes documented properties only.";

function problem(path: string, message: string, cure = requestInstead): EncodeProblem {
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
      problem(
        `extensions.daily.${name}`,
        `Nobody documents what \`${name}\` looks like in a self-signed token; a request carries it.`,
      ),
    );
  }
  return problems;
}

/** What only a claim can carry: no documented request takes it, and Daily may refuse the whole request for it. */
export function requestProblems({ properties }: Pick<Native<DailyProperties>, "properties">): EncodeProblem[] {
  return claimOnlyProperties
    .filter((name) => properties[name] !== undefined)
    .map((name) =>
      problem(
        `extensions.daily.${name}`,
        `Nobody documents that a request takes \`${name}\`; a self-signed token carries it.`,
        signInstead,
      ),
    );
}

/** @throws RoompassError `grant.unsupported` with every problem's path, where there are any. */
export function refuseProblems(problems: readonly EncodeProblem[]): void {
  const first = problems[0];
  if (first === undefined) return;
  throw new RoompassError("grant.unsupported", problems.map(({ message }) => message).join(" "), {
    path: first.path,
    details: { paths: problems.map(({ path }) => path) },
    cure: first.cure,
  });
}
