import type { Finding } from "@roompass/core/adapter";
import { isObject, nearestName } from "@roompass/core/kit";
import { isPlainName } from "./plain-name.js";
import {
  type LivekitGroupName,
  type LivekitProperties,
  type LivekitTrackSource,
  type LivekitVideoGrant,
  trackSources,
} from "./properties.js";

/** Reads one claim; `undefined` when it says nothing or cannot be read, which is then among the findings. */
export type ClaimReader<Value> = (value: unknown, path: string, findings: Finding[]) => Value | undefined;

type ReadersOf<Members> = { readonly [name in keyof Members]-?: ClaimReader<NonNullable<Members[name]>> };

export function reportType(findings: Finding[], path: string, expected: string): undefined {
  findings.push({
    id: "claims.invalid",
    severity: "error",
    path,
    message: `\`${path}\` is not ${expected}.`,
    cure: `Mint the token with \`${path}\` as ${expected}.`,
  });
  return undefined;
}

const readText: ClaimReader<string> = (value, path, findings) =>
  typeof value === "string" ? value : reportType(findings, path, "a string");

const readFilledText: ClaimReader<string> = (value, path, findings) =>
  typeof value === "string" && value !== "" ? value : reportType(findings, path, "a non-empty string");

function reportEmpty(findings: Finding[], path: string): undefined {
  findings.push({
    id: "livekit.empty-claim",
    severity: "info",
    path,
    message: `\`${path}\` is empty, which LiveKit reads as left out.`,
    cure: "Leave it out.",
  });
  return undefined;
}

/**
 * LiveKit's Go code makes no difference between `null` and none, and its own packages write it for what was not set: the
 * one for Ruby as name, metadata, attributes and hash, the one for Rust as the room's configuration. Not for switches:
 * without some of them a right is there.
 */
function orNull<Value>(read: ClaimReader<Value>): ClaimReader<Value> {
  return (value, path, findings) => (value === null ? reportEmpty(findings, path) : read(value, path, findings));
}

/** Nor between an empty text and none; the package for Rust writes every hash that was not set as one. */
const readOptionalText: ClaimReader<string> = orNull((value, path, findings) =>
  value === "" ? reportEmpty(findings, path) : readText(value, path, findings),
);

const readSeconds: ClaimReader<number> = (value, path, findings) =>
  Number.isSafeInteger(value) ? (value as number) : reportType(findings, path, "an integer of unix seconds");

/** A switch that gives something: what cannot be read gives nothing. */
const readSwitch: ClaimReader<boolean> = (value, path, findings) =>
  typeof value === "boolean" ? value : reportType(findings, path, "true or false");

/** A switch without which the right is there: what cannot be read takes it. */
const readRestriction: ClaimReader<boolean> = (value, path, findings) => {
  if (typeof value === "boolean") return value;
  reportType(findings, path, "true or false");
  return false;
};

const readTexts: ClaimReader<readonly string[]> = (value, path, findings) =>
  Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value
    : reportType(findings, path, "a list of strings");

const readAttributes: ClaimReader<Readonly<Record<string, string>>> = (value, path, findings) =>
  isObject(value) && Object.values(value).every((item) => typeof item === "string")
    ? (value as Readonly<Record<string, string>>)
    : reportType(findings, path, "an object of strings");

const readObject: ClaimReader<Readonly<Record<string, unknown>>> = (value, path, findings) =>
  isObject(value) ? value : reportType(findings, path, "an object");

function reportSource(value: unknown, path: string, findings: Finding[]): void {
  if (typeof value !== "string") {
    reportType(findings, path, "a string");
    return;
  }
  const near = isPlainName(value) ? nearestName(value, trackSources) : undefined;
  findings.push({
    id: "claims.unknown-value",
    severity: "error",
    path,
    message: `\`${path}\` is not a source that LiveKit documents; it is read as giving nothing.`,
    cure: near === undefined ? `Use ${trackSources.join(", ")}.` : `Did you mean \`${near}\`?`,
  });
}

/**
 * The list of sources. What cannot be read gives nothing, and the caller has to see to it that nothing is not mistaken
 * for an empty list, which gives everything.
 */
const readSources: ClaimReader<readonly LivekitTrackSource[]> = (value, path, findings) => {
  if (!Array.isArray(value)) return reportType(findings, path, "a list of sources");
  const read = value.flatMap((item, index): LivekitTrackSource[] => {
    const source = trackSources.find((candidate) => candidate === item);
    if (source === undefined) reportSource(item, `${path}[${index}]`, findings);
    return source === undefined ? [] : [source];
  });
  const canonical = trackSources.filter((source) => read.includes(source));
  if (canonical.length !== read.length || canonical.some((source, index) => source !== read[index])) {
    findings.push({
      id: "livekit.list-spelling",
      severity: "info",
      path,
      message: `\`${path}\` repeats a source or has another order than roompass writes.`,
      cure: `Nothing has to be done; issued anew it is written once each, in the order ${trackSources.join(", ")}.`,
    });
  }
  return canonical;
};

/** How each claim with members is read, member by member. */
export const groupReaders: { readonly [group in LivekitGroupName]: ReadersOf<NonNullable<LivekitProperties[group]>> } =
  {
    video: {
      roomJoin: readSwitch,
      room: readOptionalText,
      roomAdmin: readSwitch,
      canPublish: readRestriction,
      canPublishSources: readSources,
      canPublishData: readRestriction,
      canSubscribe: readRestriction,
      canUpdateOwnMetadata: readSwitch,
      canSubscribeMetrics: readSwitch,
      canManageAgentSession: readSwitch,
      // Being visible is no right that could be the least.
      hidden: readSwitch,
      recorder: readSwitch,
      agent: readSwitch,
      roomCreate: readSwitch,
      roomList: readSwitch,
      roomRecord: readSwitch,
      ingressAdmin: readSwitch,
      destinationRoom: readOptionalText,
    } satisfies ReadersOf<LivekitVideoGrant>,
    sip: { admin: readSwitch, call: readSwitch },
    agent: { admin: readSwitch, createSimulation: readSwitch },
    inference: { perform: readSwitch },
    observability: { write: readSwitch },
  };

/** How every other claim is read. */
export const claimReaders: ReadersOf<Omit<LivekitProperties, LivekitGroupName>> = {
  iss: readFilledText,
  sub: readOptionalText,
  jti: readOptionalText,
  name: orNull(readText),
  metadata: orNull(readText),
  attributes: orNull(readAttributes),
  kind: readText,
  kindDetails: readTexts,
  sha256: readOptionalText,
  roomPreset: readText,
  roomConfig: orNull(readObject),
  iat: readSeconds,
  nbf: readSeconds,
  exp: readSeconds,
};

/** Every documented claim, in the order in which claims are written. */
export const claimNames: readonly (keyof LivekitProperties)[] = [
  "iss",
  "sub",
  "jti",
  "name",
  "metadata",
  "attributes",
  "kind",
  "kindDetails",
  "sha256",
  "roomPreset",
  "roomConfig",
  "video",
  "sip",
  "agent",
  "inference",
  "observability",
  "iat",
  "nbf",
  "exp",
];
