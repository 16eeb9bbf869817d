import { EmulatorError } from "../emulator/errors.js";

/** Faults without a number. */
const plain = [
  "reset",
  "hang",
  "server-error",
  "half-body",
  "huge-body",
  "wrong-type",
  "wider-token",
  "other-room-token",
] as const;

/** Faults with a number, and what it is when left out: milliseconds, seconds to wait, seconds ahead. */
const numbered = { latency: 100, "rate-limit": 1, "clock-skew": 300 } as const;

type PlainFault = (typeof plain)[number];
type NumberedFault = keyof typeof numbered;

/** The name of a fault; some take a number, as in `latency=200`. */
export type FaultName = PlainFault | NumberedFault;

/** The faults that hold for one request. */
export type Faults = ReadonlyMap<FaultName, number>;

/** Every fault that there is, those without a number first. */
export const faultNames: readonly FaultName[] = Object.freeze([
  ...plain,
  ...(Object.keys(numbered) as NumberedFault[]),
]);

const mostMilliseconds = 600_000;
const mostSeconds = 1e9;

function readFault(text: string): readonly [FaultName, number] {
  const [name = "", value, ...rest] = text.split("=");
  if ((plain as readonly string[]).includes(name) && value === undefined) return [name as PlainFault, 0];
  if (Object.hasOwn(numbered, name) && rest.length === 0) {
    const number = value === undefined ? numbered[name as NumberedFault] : Number(value);
    const least = name === "clock-skew" ? -mostSeconds : 0;
    const most = name === "latency" ? mostMilliseconds : mostSeconds;
    if (value !== "" && Number.isSafeInteger(number) && number >= least && number <= most) {
      return [name as NumberedFault, number];
    }
    const example = `${name}=${numbered[name as NumberedFault]}`;
    throw new EmulatorError("settings", `\`${name}\` takes a whole number up to ${most}, as in \`${example}\`.`);
  }
  throw new EmulatorError("settings", `There is no such fault. There are ${faultNames.join(", ")}.`);
}

/**
 * Reads faults such as `reset` or `latency=200`; a later one of the same name wins.
 *
 * @throws EmulatorError `settings` for a fault that does not exist or a number that is none.
 */
export function readFaults(texts: readonly string[]): Faults {
  return new Map(texts.map((text) => readFault(text.trim())));
}

/** Faults of a header: separated by commas. */
export function readFaultHeader(header: string | null): Faults {
  if (header === null || header.trim() === "") return new Map();
  return readFaults(header.split(","));
}
