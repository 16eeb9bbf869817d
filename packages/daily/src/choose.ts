import type { Ceiling, RightPath } from "@roompass/core/adapter";
import { chooseOption, isExplicit, judge, type Option } from "@roompass/core/kit";
import type { Readings } from "./readings.js";

export type Options<Choice> = readonly [Option<Choice>, ...Option<Choice>[]];

/** The readings that count when a grant is issued: those of rights that it states, and those that it must not have. */
function countedReadings(ceiling: Ceiling, readings: Readings): Readings {
  const counted: { -readonly [path in RightPath]?: Readings[path] } = {};
  for (const name of Object.keys(readings)) {
    const path = name as RightPath;
    const reading = readings[path];
    if (reading === undefined) continue;
    const source = ceiling.rights[path];
    if (isExplicit(source) || judge(source, reading, ceiling) === "wider") counted[path] = reading;
  }
  return counted;
}

/**
 * Picks the option that stays under the ceiling and keeps most.
 *
 * Daily's lists say something about every kind and role at once. When a token is moved, silence about the others may be
 * worth more than one of them; when a grant is issued, what it states has to be in the token, and what it does not state
 * weighs nothing.
 */
export function choose<Choice>(ceiling: Ceiling, options: Options<Choice>): Option<Choice> {
  if (ceiling.purpose !== "issue") return chooseOption(ceiling, options);
  const [first, ...others] = options;
  const counted = (option: Option<Choice>): Option<Option<Choice>> => ({
    choice: option,
    readings: countedReadings(ceiling, option.readings),
  });
  return chooseOption(ceiling, [counted(first), ...others.map(counted)]).choice;
}
