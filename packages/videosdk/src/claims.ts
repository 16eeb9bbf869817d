import type { Finding, Native } from "@roompass/core/adapter";
import { nearestOfFirst } from "@roompass/core/kit";
import { claimReaders } from "./claim-readers.js";
import { askJoinCombined, noRoles } from "./lint.js";
import { entryStatement } from "./permissions.js";
import { isPropertyName, propertyNames, type VideosdkProperties, type VideosdkPropertyName } from "./properties.js";
import { reportUnknownClaim } from "./unknown-claims.js";

/**
 * Reads the claims of a VideoSDK token. VideoSDK has no short names and no envelope: a claim is a property, and what is
 * not documented survives in `unknown`.
 */
export function fromClaims(claims: Readonly<Record<string, unknown>>): Native<VideosdkProperties> {
  const findings: Finding[] = [];
  const present = new Set<VideosdkPropertyName>();
  const read: [string, unknown][] = [];
  for (const name of propertyNames) {
    if (!Object.hasOwn(claims, name) || claims[name] === undefined) continue;
    present.add(name);
    const value = claimReaders[name](claims[name], name, findings);
    if (value !== undefined) read.push([name, value]);
  }
  // `fromEntries` defines members and never runs a setter, so a claim named `__proto__` stays plain data.
  const properties: VideosdkProperties = Object.fromEntries(read);
  reportGaps(properties, present, findings);

  const unknown = Object.entries(claims).filter(([name]) => !isPropertyName(name));
  const nearest = nearestOfFirst();
  for (const [name] of unknown) {
    const finding = reportUnknownClaim(name, present, nearest);
    if (finding !== undefined) findings.push(finding);
  }
  return { properties, unknown: Object.fromEntries(unknown), findings };
}

/** The claims that say exactly this; nothing is added that was not set. */
export function toClaims(native: Native<VideosdkProperties>): Record<string, unknown> {
  const { properties, unknown } = native;
  const written: [string, unknown][] = [];
  for (const name of propertyNames) {
    const value = properties[name];
    if (value !== undefined) written.push([name, Array.isArray(value) ? [...value] : value]);
  }
  // A documented name among the unknown members would be a permission that nobody has read.
  const rest = Object.entries(unknown).filter(([name]) => !isPropertyName(name));
  return Object.fromEntries([...written, ...rest]);
}

/** What is missing as a whole, after every claim has been read by itself. */
function reportGaps(
  properties: VideosdkProperties,
  present: ReadonlySet<VideosdkPropertyName>,
  findings: Finding[],
): void {
  const unreadable = present.has("permissions") && properties.permissions === undefined;
  if (!unreadable && entryStatement(properties.permissions) === "none") {
    findings.push({
      id: "claims.invalid",
      severity: "error",
      path: "permissions",
      message: "The token has no join permission; VideoSDK documents one as mandatory.",
      cure: 'Mint the token with `["allow_join"]`, `["allow_join", "allow_mod"]` or `["ask_join"]`.',
    });
  }
  if (!present.has("version")) {
    findings.push({
      id: "videosdk.no-version",
      severity: "info",
      path: "version",
      message: "The token has no `version`, as in VideoSDK's older samples.",
      cure: "Issue it anew: `version: 2` is documented as needed for a room, a participant, roles and the v2 API.",
    });
  }
  findings.push(...askJoinCombined(properties));
  if (!present.has("roles")) findings.push(...noRoles(properties));
  if (properties.roles?.length === 0) {
    findings.push({
      id: "videosdk.empty-roles",
      severity: "warning",
      path: "roles",
      message: "`roles` has no value that VideoSDK documents; it is read as if it was left out.",
      cure: 'Mint the token with `["rtc"]` for a participant, or `["crawler"]` for the server API.',
    });
  }
}
