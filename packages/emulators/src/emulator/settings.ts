import { EmulatorError } from "./errors.js";
import { defaultLimits, type Limits } from "./limits.js";
import type { Members } from "./model.js";

/** What every emulator takes. Everything that is not the same twice comes in here. */
export interface EmulatorSettings {
  /** Unix seconds; default the machine's clock. */
  readonly clock?: () => number;
  /** Where keys and ids come from; default the platform's secure randomness. */
  readonly randomBytes?: (length: number) => Uint8Array;
  /** Waits, in milliseconds, and gives up when `signal` says so; for the fault `latency`. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Faults of every request, such as `latency=200` or `rate-limit=3`. */
  readonly faults?: readonly string[];
  /** What is taken and remembered at most. */
  readonly limits?: Partial<Limits>;
  /** Rooms that exist from the start, by name, with settings in the vendor's words. */
  readonly rooms?: Readonly<Record<string, Members>>;
}

/** The settings with every default filled in. */
export interface World {
  readonly clock: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly limits: Limits;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function readLimits(given: Partial<Limits>): Limits {
  const limits = { ...defaultLimits, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(defaultLimits, name) || !Number.isSafeInteger(value) || value < 1) {
      throw new EmulatorError("settings", `The limit \`${name}\` is not one of the limits, or no positive integer.`);
    }
  }
  return limits;
}

/** @throws EmulatorError `settings` for a limit that is none. */
export function readWorld(settings: EmulatorSettings): World {
  return {
    clock: settings.clock ?? (() => Math.floor(Date.now() / 1000)),
    randomBytes: settings.randomBytes ?? ((length) => crypto.getRandomValues(new Uint8Array(length))),
    sleep: settings.sleep ?? wait,
    limits: readLimits(settings.limits ?? {}),
  };
}
