import type { Finding, Native } from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import { reportGaps } from "./claim-gaps.js";
import { type ClaimReader, claimNames, claimReaders, groupReaders, reportType } from "./claim-readers.js";
import { groupNames, type LivekitGroupName, type LivekitProperties, type LivekitVideoGrant } from "./properties.js";
import { reportUnknownClaim, reportUnknownMember } from "./unknown-claims.js";

type Members = Readonly<Record<string, unknown>>;
type Entries = readonly (readonly [string, unknown])[];

const groups: ReadonlySet<string> = new Set(groupNames);
const known: ReadonlySet<string> = new Set(claimNames);

/** Whether a claim of this name is one of the documented ones. */
export function isKnownClaim(name: string): boolean {
  return known.has(name);
}

function isGroup(name: string): name is LivekitGroupName {
  return groups.has(name);
}

// `fromEntries` defines members and never runs a setter, so a claim named `__proto__` stays plain data.
function withoutSilence(entries: Entries): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

interface ReadGroup {
  readonly members: Members;
  readonly unknown: Members;
}

function readGroup(group: LivekitGroupName, value: unknown, findings: Finding[]): ReadGroup | undefined {
  if (!isObject(value)) return reportType(findings, group, "an object");
  const readers: Readonly<Record<string, ClaimReader<unknown>>> = groupReaders[group];
  const stated = Object.entries(value).filter(([, member]) => member !== undefined);
  const unknown = stated.filter(([name]) => !Object.hasOwn(readers, name));
  for (const [name] of unknown) {
    const finding = reportUnknownMember(group, name, value);
    if (finding !== undefined) findings.push(finding);
  }
  const members = withoutSilence(
    Object.entries(readers)
      .filter(([name]) => Object.hasOwn(value, name) && value[name] !== undefined)
      .map(([name, read]) => [name, read(value[name], `${group}.${name}`, findings)]),
  );
  return { members, unknown: Object.fromEntries(unknown) };
}

/**
 * A list of sources in which nothing could be read gives nothing, and one without an entry gives everything: neither
 * stays as a list.
 */
function settleSources(members: Members, claim: unknown): LivekitVideoGrant {
  const { canPublishSources, ...rest } = members as Draft<LivekitVideoGrant>;
  if (canPublishSources !== undefined && canPublishSources.length > 0) return members as LivekitVideoGrant;
  const isUnreadable = claim !== undefined && !(Array.isArray(claim) && claim.length === 0);
  return isUnreadable ? { ...rest, canPublish: false } : rest;
}

/**
 * Reads the claims of a LiveKit token. A claim is a property, some of them with members of their own; what is not
 * documented survives in `unknown`, where it stood.
 */
export function fromClaims(claims: Members): Native<LivekitProperties> {
  const findings: Finding[] = [];
  const read: [string, unknown][] = [];
  const unknown: [string, unknown][] = [];
  for (const name of claimNames) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (value === undefined) continue;
    if (!isGroup(name)) {
      read.push([name, (claimReaders[name] as ClaimReader<unknown>)(value, name, findings)]);
      continue;
    }
    const group = readGroup(name, value, findings);
    if (group === undefined) continue;
    const sources =
      isObject(value) && Object.hasOwn(value, "canPublishSources") ? value["canPublishSources"] : undefined;
    read.push([name, name === "video" ? settleSources(group.members, sources) : group.members]);
    if (Object.keys(group.unknown).length > 0) unknown.push([name, group.unknown]);
  }
  for (const [name, value] of Object.entries(claims)) {
    if (known.has(name) || value === undefined) continue;
    unknown.push([name, value]);
    const finding = reportUnknownClaim(name, claims);
    if (finding !== undefined) findings.push(finding);
  }
  const properties: LivekitProperties = withoutSilence(read);
  findings.push(...reportGaps(properties, claims));
  return { properties, unknown: Object.fromEntries(unknown), findings };
}

function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value;
}

function writeGroup(group: LivekitGroupName, members: Members | undefined, unknown: unknown): Members | undefined {
  const names = Object.keys(groupReaders[group]);
  const rest = isObject(unknown) ? Object.entries(unknown).filter(([name]) => !names.includes(name)) : [];
  if (members === undefined && rest.length === 0) return undefined;
  const written = names
    .map((name) => [name, copyOf(members?.[name])] as const)
    // An empty list of sources would give every source.
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return { ...withoutSilence(written), ...Object.fromEntries(rest) };
}

/** The claims that say exactly this; nothing is added that was not set. */
export function toClaims(native: Native<LivekitProperties>): Record<string, unknown> {
  const { properties, unknown } = native;
  const written = claimNames.map((name): readonly [string, unknown] => [
    name,
    isGroup(name) ? writeGroup(name, properties[name] as Members | undefined, unknown[name]) : copyOf(properties[name]),
  ]);
  // A documented name among the unknown members would be a permission that nobody has read.
  const rest = Object.entries(unknown).filter(([name]) => !known.has(name));
  return withoutSilence([...written, ...rest]);
}
