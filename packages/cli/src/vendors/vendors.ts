import { nearestName } from "@roompass/core/kit";
import type { Credentials } from "../credentials/credentials.js";
import { CommandError } from "../failures/command-error.js";
import { listOf } from "../output/layout.js";
import type { Connection } from "./connection.js";
import { dailyVendor } from "./daily.js";
import { livekitVendor } from "./livekit.js";
import { meteredVendor } from "./metered.js";
import type { ConnectOptions, Task, Vendor } from "./vendor.js";
import { videosdkVendor } from "./videosdk.js";

/** Every vendor that the command knows. */
export const vendors: readonly Vendor[] = [dailyVendor, livekitVendor, meteredVendor, videosdkVendor];

export const vendorNames: readonly string[] = vendors.map(({ name }) => name);

/** The vendor that an option names. */
export function vendorNamed(name: string, option: string): Vendor {
  const vendor = vendors.find((candidate) => candidate.name === name.trim().toLowerCase());
  if (vendor !== undefined) return vendor;
  const near = nearestName(name, vendorNames);
  throw new CommandError("command.usage", `\`${option}\` names no vendor that roompass knows.`, {
    path: option,
    cure: `${near === undefined ? "" : `Did you mean \`${near}\`? `}The vendors are ${listOf(vendorNames)}.`,
  });
}

export function canConnect(vendor: Vendor, task: Task, credentials: Credentials, method?: "sign" | "request"): boolean {
  return credentials.missing(vendor.needs(task, method)).length === 0;
}

/** A way of issuing that a vendor does not have is not passed over in silence. */
export function checkMethod(vendor: Vendor, method: "sign" | "request" | undefined): void {
  const { displayName, issuance } = vendor.adapter;
  if (method === undefined || issuance.includes(method)) return;
  const way = method === "sign" ? "minted by request and never signed here" : "signed here and never asked for";
  throw new CommandError("command.usage", `${displayName} tokens are ${way}.`, {
    path: "--method",
    cure: "Leave out `--method`.",
  });
}

/** Connects to a vendor, or says which credentials are missing. */
export function connect(vendor: Vendor, task: Task, options: ConnectOptions): Connection {
  const missing = options.credentials.missing(vendor.needs(task, options.method));
  if (missing.length > 0) {
    throw new CommandError("command.missing-credentials", `${vendor.adapter.displayName} needs ${listOf(missing)}.`, {
      details: { missing },
      cure:
        `Set ${missing.length === 1 ? "it" : "them"} in the environment, or give a file with \`--credentials FILE\`; ` +
        "keys are never arguments.",
    });
  }
  return vendor.connect(options);
}
