import { UsageError } from "./exit-codes.js";
import type { RawOptions } from "./options.js";

type Name = keyof RawOptions;

/** How cases are made and a program is called. */
const making = ["seed", "with", "command", "validate", "timeoutMilliseconds"] as const satisfies readonly Name[];

/** What can be done instead of a run, and the options that mean something there. */
const modes: { readonly [mode in Name]?: readonly Name[] } = {
  list: [...making, "profile", "category", "case", "spec", "format"],
  explain: making,
  export: ["spec"],
  updateBaseline: [...making, "baseline", "spec"],
};

const flagOf = (name: string): string => `\`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\``;

/**
 * Refuses options that would be ignored in silence: whoever gives one believes that it does something.
 *
 * @throws UsageError
 */
export function refuseIdleOptions(adapter: string | undefined, raw: RawOptions): void {
  const given = Object.keys(raw) as readonly Name[];
  const chosen = given.filter((name) => modes[name] !== undefined);
  if (chosen.length > 1) throw new UsageError(`Give one of ${chosen.map(flagOf).join(", ")}.`);
  const [mode] = chosen;
  if (mode === undefined) return;
  const idle = given.filter((name) => name !== mode && modes[mode]?.includes(name) !== true);
  if (idle.length > 0) throw new UsageError(`${flagOf(mode)} does nothing with ${idle.map(flagOf).join(", ")}.`);
  if (mode === "export" && adapter !== undefined)
    throw new UsageError("`--export` writes the vectors for every vendor: name no adapter.");
}
