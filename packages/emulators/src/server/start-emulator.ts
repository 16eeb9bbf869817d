import { type AnyEmulatorSettings, type CredentialsByVendor, createEmulator } from "../create-emulator.js";
import type { Emulator } from "../emulator/emulator.js";
import { type Served, type ServeOptions, serve } from "./serve.js";

/** An emulator that listens. */
export interface RunningEmulator<Credentials = unknown> extends Served {
  /** The emulator behind the address. */
  readonly emulator: Emulator<Credentials>;
}

/**
 * Makes the emulator of a vendor and serves it over HTTP, on this machine only unless `host` says otherwise.
 *
 * @throws EmulatorError `settings` for settings that are not valid and for a port that is not free.
 */
export async function startEmulator<Settings extends AnyEmulatorSettings>(
  options: Settings & ServeOptions,
): Promise<RunningEmulator<CredentialsByVendor[Settings["vendor"]]>> {
  const { port, host } = options;
  const emulator = createEmulator<Settings>(options);
  const where = { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
  return Object.freeze({ ...(await serve(emulator, where)), emulator });
}
