import {
  createDailyEmulator,
  type DailyCredentials,
  type DailyEmulatorSettings,
} from "./daily/create-daily-emulator.js";
import type { Emulator, Vendor } from "./emulator/emulator.js";
import { EmulatorError } from "./emulator/errors.js";
import {
  createMeteredEmulator,
  type MeteredCredentials,
  type MeteredEmulatorSettings,
} from "./metered/create-metered-emulator.js";
import {
  createVideosdkEmulator,
  type VideosdkCredentials,
  type VideosdkEmulatorSettings,
} from "./videosdk/create-videosdk-emulator.js";

/** Every vendor that can be emulated. */
export const vendors: readonly Vendor[] = Object.freeze(["daily", "metered", "videosdk"]);

/** A vendor by name, with its settings. */
export type AnyEmulatorSettings =
  | ({ readonly vendor: "daily" } & DailyEmulatorSettings)
  | ({ readonly vendor: "metered" } & MeteredEmulatorSettings)
  | ({ readonly vendor: "videosdk" } & VideosdkEmulatorSettings);

/** What a customer of each vendor has. */
export interface CredentialsByVendor {
  /** A domain and its key. */
  readonly daily: DailyCredentials;
  /** An app and its key. */
  readonly metered: MeteredCredentials;
  /** A project's key and secret. */
  readonly videosdk: VideosdkCredentials;
}

/** What a customer of any of the vendors has. */
export type AnyCredentials = CredentialsByVendor[Vendor];

function make(settings: AnyEmulatorSettings): Emulator<AnyCredentials> {
  switch (settings.vendor) {
    case "daily":
      return createDailyEmulator(settings);
    case "metered":
      return createMeteredEmulator(settings);
    case "videosdk":
      return createVideosdkEmulator(settings);
    default:
      throw new EmulatorError("settings", `There is no such vendor. There are ${vendors.join(", ")}.`);
  }
}

/**
 * The emulator of a vendor by name.
 *
 * @throws EmulatorError `settings` for a vendor that there is not, or a setting that is not valid.
 */
export function createEmulator<Settings extends AnyEmulatorSettings>(
  settings: Settings,
): Emulator<CredentialsByVendor[Settings["vendor"]]> {
  return make(settings) as Emulator<CredentialsByVendor[Settings["vendor"]]>;
}
