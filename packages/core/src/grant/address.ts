/** Schemes whose addresses bring their own content or script, or reach what only the holder's machine can. */
const runs: ReadonlySet<string> = new Set([
  "javascript",
  "vbscript",
  "livescript",
  "data",
  "blob",
  "filesystem",
  "file",
  "view-source",
]);

/**
 * Where an address leads.
 *
 * - `web`: http or https. - `app`: any other scheme, such as a link into a mobile app. - `relative`: no scheme; the page
 *   that follows it decides. - `script`: whoever follows it runs what it holds, or opens something that is not on the web.
 */
export type AddressKind = "web" | "app" | "relative" | "script";

/**
 * The scheme of an address as a browser reads it: control characters and spaces before it do not count, nor do tabs
 * and line breaks within (URL Standard, basic URL parser).
 */
function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that a browser passes over
  const read = address.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, "");
  return /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
}

/** The one place that says which addresses are safe to follow: parsing, lint and translation ask here. */
export function addressKind(address: string): AddressKind {
  const scheme = schemeOf(address);
  if (scheme === undefined) return "relative";
  if (scheme === "https" || scheme === "http") return "web";
  return runs.has(scheme) ? "script" : "app";
}
