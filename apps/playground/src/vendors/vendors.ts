import type { AnyAdapter } from "@roompass/core";
import { dailyVendor } from "./daily.js";
import { livekitVendor } from "./livekit.js";
import { meteredVendor } from "./metered.js";
import type { PageVendor, VendorName } from "./vendor.js";
import { videosdkVendor } from "./videosdk.js";

/** Every vendor that the page knows. */
export const vendors: readonly PageVendor[] = [dailyVendor, livekitVendor, meteredVendor, videosdkVendor];

export const adapters: readonly AnyAdapter[] = vendors.map(({ adapter }) => adapter);

export function vendorNamed(name: VendorName): PageVendor {
  const vendor = vendors.find((candidate) => candidate.name === name);
  if (vendor === undefined) throw new Error(`No vendor is called ${name}.`);
  return vendor;
}
