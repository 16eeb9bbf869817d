import { nearestName } from "../grant/nearest-name.js";
import { memberPath } from "../grant/path-text.js";
import type { ErrorCode } from "./codes.js";
import { describeGiven, isPromise } from "./given.js";
import { RoompassError } from "./roompass-error.js";

/** The closed list of what one function takes. */
export interface KnownOptions<Name extends string> {
  /** How the options are called in messages and in `path`: `options`, `settings`. */
  readonly called: string;
  /** Every option that there is. */
  readonly names: readonly Name[];
  /**
   * Options that choose an account or restrict something. One of them that is there and `undefined` is a variable that
   * nobody filled in, and not the same as leaving it out.
   */
  readonly restricting?: readonly Name[];
  /** The code of the error; default `options.unknown`, and `options.invalid` for what is no object or undefined. */
  readonly code?: ErrorCode;
}

/** The nearest name as a question, or all of them: for an option, a setting or a member of a policy. */
export function nameCure(name: string, names: readonly string[], list: string): string {
  const near = nearestName(name, names);
  return near === undefined
    ? `${list}: ${names.map((known) => `\`${known}\``).join(", ")}.`
    : `Did you mean \`${near}\`?`;
}

/** @throws RoompassError `options.unknown` for options given to a function that has none. */
export function refuseOptions(called: string, others: readonly unknown[]): void {
  // `map` and its like pass a number and a list beside the element.
  if (!others.some((other) => typeof other === "object" && other !== null && !Array.isArray(other))) return;
  throw new RoompassError("options.unknown", `\`${called}\` takes no options.`, {
    path: "options",
    cure: "What a token is to say is in the grant, and the clock in the settings of the provider.",
  });
}

/**
 * Refuses what a function would pass over in silence: an option that does not exist, and one that is undefined although
 * it restricts. Reads own enumerable members only, and no values but those of `restricting`.
 *
 * @throws RoompassError with the `path` of the option, and what was probably meant.
 */
export function checkOptions<Name extends string>(given: unknown, known: KnownOptions<Name>): void {
  const { called, names, restricting = [], code } = known;
  if (typeof given !== "object" || given === null || Array.isArray(given) || isPromise(given)) {
    throw new RoompassError(code ?? "options.invalid", `\`${called}\` is ${describeGiven(given)}, not an object.`, {
      path: called,
      cure: isPromise(given)
        ? "Write `await` in front of it."
        : `Pass an object with ${names.map((name) => `\`${name}\``).join(", ")}.`,
    });
  }
  for (const name of Object.keys(given)) {
    const path = memberPath(called, name);
    if (!(names as readonly string[]).includes(name)) {
      throw new RoompassError(code ?? "options.unknown", `\`${path}\` does not exist.`, {
        path,
        cure: nameCure(name, names, "What exists is"),
      });
    }
    if ((restricting as readonly string[]).includes(name) && (given as Record<string, unknown>)[name] === undefined) {
      throw new RoompassError(code ?? "options.invalid", `\`${path}\` is undefined.`, {
        path,
        cure: `Give it a value, or leave \`${name}\` out; a variable that nobody filled in must not lift a check.`,
      });
    }
  }
}
