import { type AddressKind, addressKind } from "../grant/address.js";
import type { Grant } from "../grant/grant.js";
import { entry, type ReportEntry } from "./report.js";

const reasons: Readonly<Record<Exclude<AddressKind, "web">, string>> = {
  script:
    "The address runs code in whoever follows it, or opens something that is not on the web; no client is given it.",
  app: "The address is neither https nor http, and was written for another vendor's client.",
  relative: "The address has no scheme, and would lead elsewhere from another vendor's page.",
};

/**
 * The grant without an address that no client should be given, and the entry that says so. One that runs code goes
 * nowhere; a link into an app, or one without a scheme, stays with the vendor for whose client it was written.
 */
export function withSafeRedirect(
  grant: Grant,
  sameVendor: boolean,
): { readonly grant: Grant; readonly entries: readonly ReportEntry[] } {
  const { redirectUrl, ...hints } = grant.client ?? {};
  if (redirectUrl === undefined) return { grant, entries: [] };
  const kind = addressKind(redirectUrl);
  if (kind === "web" || (sameVendor && kind !== "script")) return { grant, entries: [] };
  const { client: _client, ...others } = grant;
  return {
    grant: Object.keys(hints).length === 0 ? others : { ...others, client: hints },
    entries: [entry("dropped", "client.redirectUrl", "set", "absent", reasons[kind])],
  };
}
