import type { FetchLike } from "@roompass/core/kit";
import type { Vendor as EmulatedVendor, Emulator } from "@roompass/emulators";
import type { AnyProvider } from "@roompass/service";
import type { Configuration } from "../configuration/configuration.js";

export type VendorName = EmulatedVendor | "livekit";

/** All that there can be here, whether it is set up or not. */
export const vendorNames: readonly VendorName[] = ["daily", "livekit", "metered", "videosdk"];

/** One vendor as this server has it. */
export interface VendorSetup {
  readonly vendor: VendorName;
  readonly displayName: string;
  readonly provider: AnyProvider;
  /** Mounted under `/emulators/<vendor>`. */
  readonly emulator?: Emulator;
  /** Credentials that were made up for this run, by the names of environment variables; to be shown once. */
  readonly madeUp: Readonly<Record<string, string>>;
}

export interface VendorSurroundings {
  /** Unix seconds. */
  readonly clock: () => number;
  /** Reaches vendors on the internet. */
  readonly publicFetch: FetchLike;
  /** Puts limits, retries and a breaker around a `fetch`. */
  readonly guard: (vendor: VendorName, fetch: FetchLike) => FetchLike;
  readonly randomHex: (bytes: number) => string;
}

/** Sets one vendor up; `undefined` where it is neither configured nor emulated. */
export type SetUpVendor = (configuration: Configuration, surroundings: VendorSurroundings) => VendorSetup | undefined;

/** An emulator takes any address, so that an adapter needs no other one for it. */
export function emulatorFetch(emulator: Emulator): FetchLike {
  return (url, init) => emulator.fetch(url, init);
}

/** The room that the emulators have from the start, so that the first call that somebody tries works. */
export const exampleRoom = "standup";
/** VideoSDK chooses the ids of its rooms. */
export const exampleVideosdkRoom = "2kyv-gzay-64pg";
