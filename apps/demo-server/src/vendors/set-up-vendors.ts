import { RoompassError } from "@roompass/core";
import { EmulatorError } from "@roompass/emulators";
import type { Configuration } from "../configuration/configuration.js";
import { ConfigurationError, type ConfigurationProblem } from "../configuration/configuration-error.js";
import { setUpDaily } from "./set-up-daily.js";
import { setUpLivekit } from "./set-up-livekit.js";
import { setUpMetered } from "./set-up-metered.js";
import { setUpVideosdk } from "./set-up-videosdk.js";
import type { SetUpVendor, VendorSetup, VendorSurroundings } from "./vendor-setup.js";

const all: readonly (readonly [string, SetUpVendor])[] = [
  ["DAILY_API_KEY", setUpDaily],
  ["LIVEKIT_API_KEY", setUpLivekit],
  ["METERED_APP_NAME", setUpMetered],
  ["VIDEOSDK_API_KEY", setUpVideosdk],
];

/** Settings that have a variable of their own, by their name at the adapter. */
const variableOf: Readonly<Record<string, string>> = { domainId: "DAILY_DOMAIN_ID" };

function problemOf(name: string, error: Error): ConfigurationProblem {
  if (!RoompassError.isInstance(error)) return { name, message: error.message };
  return { name: variableOf[error.path ?? ""] ?? name, message: `${error.message} ${error.cure}` };
}

/**
 * Every vendor that is configured or emulated.
 *
 * @throws ConfigurationError With what each vendor's adapter says about its credentials.
 */
export function setUpVendors(configuration: Configuration, surroundings: VendorSurroundings): readonly VendorSetup[] {
  const vendors: VendorSetup[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const [name, setUp] of all) {
    try {
      const vendor = setUp(configuration, surroundings);
      if (vendor !== undefined) vendors.push(vendor);
    } catch (error) {
      // Their messages name what is wrong and repeat nothing of it.
      if (!RoompassError.isInstance(error) && !(error instanceof EmulatorError)) throw error;
      problems.push(problemOf(name, error));
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return vendors;
}
