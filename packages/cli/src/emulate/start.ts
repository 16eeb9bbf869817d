import type { AnyCredentials, AnyEmulatorSettings, Emulator, Vendor } from "@roompass/emulators";
import type { Served } from "@roompass/emulators/node";
import { CommandError } from "../failures/command-error.js";

export interface StartOptions {
  readonly vendor: Vendor;
  /** 0: any port that is free. */
  readonly port: number;
  /** Metered only. */
  readonly appName: string | undefined;
  readonly faults: readonly string[];
  /** Unix seconds. */
  readonly clock: () => number;
}

export interface Running {
  readonly emulator: Emulator<AnyCredentials>;
  readonly served: Served;
}

function settingsOf({ vendor, appName, faults, clock }: StartOptions): AnyEmulatorSettings {
  const common = { faults, clock };
  if (vendor === "metered") return { vendor, ...common, ...(appName === undefined ? {} : { appName }) };
  if (appName === undefined) return { vendor, ...common };
  throw new CommandError("command.usage", "`--app-name` is for Metered: the other vendors have no app names.", {
    path: "--app-name",
    cure: "Leave it out.",
  });
}

/** Makes the emulator of a vendor and serves it on this machine only. Loaded on demand: no other command needs it. */
export async function startEmulator(options: StartOptions): Promise<Running> {
  const { createEmulator, EmulatorError } = await import("@roompass/emulators");
  const { serve } = await import("@roompass/emulators/node");
  /** What the emulator refuses, the caller got wrong; its messages repeat nothing of what was given. */
  const asUsage = (error: unknown, path: string | undefined, message: string, cure: string): unknown =>
    error instanceof EmulatorError
      ? new CommandError("command.usage", message, { ...(path === undefined ? {} : { path }), cure })
      : error;
  const settings = settingsOf(options);
  let emulator: Emulator<AnyCredentials>;
  try {
    emulator = createEmulator(settings);
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll("`appName`", "`--app-name`") : "";
    const path = message.startsWith("`--app-name`") ? "--app-name" : "--fault";
    throw asUsage(error, path, message, "See `roompass emulate --help`.");
  }
  try {
    return { emulator, served: await serve(emulator, { port: options.port }) };
  } catch (error) {
    const message = "The port cannot be opened: another program uses it, or this user may not.";
    throw asUsage(error, "--port", message, "Name another one, or leave `--port` out for one that is free.");
  }
}
