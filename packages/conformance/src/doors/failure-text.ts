import { differences, shortJson } from "../report/differences.js";
import { plainValue } from "../report/plain-value.js";
import type { CaseResult } from "../run/result.js";

/** As much of a value as a person reads in a test's output. */
const longestValue = 400;

/** What a person needs to know of a case that did not come out as it should, and how to see all of it. */
export function failureText({ id, case: one, outcome, note, expected, actual }: CaseResult): string {
  const flags = one.flags.map(({ name, note: about }) => `${name} (${about.bugType}): ${about.effect}`);
  const places = differences(plainValue(expected), plainValue(actual)).flatMap(
    ({ path, expected: wanted, actual: got }) => [
      ...(path === "" ? [] : [`at       ${path}`]),
      `expected ${shortJson(wanted, longestValue)}`,
      `got      ${shortJson(got, longestValue)}`,
    ],
  );
  return [
    `${id}: ${outcome}${note === undefined ? "" : ` – ${note}`}`,
    one.comment,
    ...flags,
    ...places,
    `All of it: npx @roompass/conformance <adapter> --explain ${id}`,
  ].join("\n");
}
