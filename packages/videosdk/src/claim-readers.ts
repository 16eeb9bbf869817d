import type { Finding } from "@roompass/core/adapter";
import { nearestName } from "@roompass/core/kit";
import {
  type VideosdkProperties,
  type VideosdkPropertyName,
  videosdkPermissions,
  videosdkRoles,
} from "./properties.js";

/** Reads one claim; `undefined` when it cannot be read, which is then among the findings. */
export type ClaimReader<Value> = (value: unknown, name: VideosdkPropertyName, findings: Finding[]) => Value | undefined;

function reportType(findings: Finding[], path: string, expected: string): undefined {
  findings.push({
    id: "claims.invalid",
    severity: "error",
    path,
    message: `\`${path}\` is not ${expected}.`,
    cure: `Mint the token with \`${path}\` as ${expected}.`,
  });
  return undefined;
}

function reportSpelling(findings: Finding[], id: string, path: string, message: string, cure: string): void {
  findings.push({ id, severity: "warning", path, message, cure });
}

function reportList(findings: Finding[], name: VideosdkPropertyName, known: readonly string[]): void {
  findings.push({
    id: "videosdk.list-spelling",
    severity: "info",
    path: name,
    message: `\`${name}\` repeats a value or has an unusual order.`,
    cure: `Nothing has to be done; issued anew it is written once each, in the order ${known.join(", ")}.`,
  });
}

const readText: ClaimReader<string> = (value, name, findings) =>
  typeof value === "string" ? value : reportType(findings, name, "a string");

const readFilledText: ClaimReader<string> = (value, name, findings) =>
  typeof value === "string" && value !== "" ? value : reportType(findings, name, "a non-empty string");

const readSeconds: ClaimReader<number> = (value, name, findings) =>
  Number.isSafeInteger(value) ? (value as number) : reportType(findings, name, "an integer of unix seconds");

const readVersion: ClaimReader<2 | "2"> = (value, name, findings) => {
  if (value === 2) return 2;
  if (value === "2") {
    // One of the vendor's own samples (.NET) writes it like this. It stays a text: what it makes hold nobody documents.
    const message = "`version` is a string where VideoSDK documents a number; whether it counts is not documented.";
    reportSpelling(findings, "videosdk.version-string", name, message, "Mint the token with the number 2.");
    return "2";
  }
  if (typeof value !== "number") return reportType(findings, name, "the number 2");
  findings.push({
    id: "claims.unknown-value",
    severity: "error",
    path: name,
    message: "`version` is not 2, the only documented version.",
    cure: "Mint the token with `version: 2`.",
  });
  return undefined;
};

function readList<Value extends string>(known: readonly Value[]): ClaimReader<readonly Value[]> {
  return (value, name, findings) => {
    if (typeof value === "string") {
      const message = `\`${name}\` is a plain string where VideoSDK documents a list.`;
      reportSpelling(findings, `videosdk.${name}-string`, name, message, "Mint the token with a list of strings.");
      return readMembers([value], known, name, findings);
    }
    if (!Array.isArray(value)) return reportType(findings, name, "a list of strings");
    return readMembers(value, known, name, findings);
  };
}

/** An unknown value gives nothing, and an error says so: it must not pass for a right that somebody knows. */
function readMembers<Value extends string>(
  values: readonly unknown[],
  known: readonly Value[],
  name: VideosdkPropertyName,
  findings: Finding[],
): readonly Value[] {
  const read: Value[] = [];
  for (const [index, value] of values.entries()) {
    const path = `${name}[${index}]`;
    const match = known.find((candidate) => candidate === value);
    if (match !== undefined) read.push(match);
    else if (typeof value !== "string") reportType(findings, path, "a string");
    else findings.push(unknownValue(value, known, name, path));
  }
  const canonical = known.filter((candidate) => read.includes(candidate));
  // The documents' samples list moderators as join before mod, so the order of the constants is the usual one.
  if (canonical.some((value, index) => value !== read[index]) || canonical.length !== read.length) {
    reportList(findings, name, known);
  }
  return read;
}

function unknownValue(value: string, known: readonly string[], name: string, path: string): Finding {
  const near = nearestName(value, known);
  return {
    id: "claims.unknown-value",
    severity: "error",
    path,
    message: `\`${path}\` is not a value that VideoSDK documents; it is read as giving nothing.`,
    cure:
      near === undefined
        ? `\`${name}\` takes ${known.map((candidate) => `\`${candidate}\``).join(", ")}; leave anything else out.`
        : `Did you mean \`${near}\`?`,
  };
}

/** How each documented claim is read. */
export const claimReaders: {
  readonly [name in VideosdkPropertyName]-?: ClaimReader<NonNullable<VideosdkProperties[name]>>;
} = {
  apikey: readFilledText,
  permissions: readList(videosdkPermissions),
  version: readVersion,
  roomId: readFilledText,
  participantId: readFilledText,
  roles: readList(videosdkRoles),
  exp: readSeconds,
  iat: readSeconds,
  nbf: readSeconds,
  jti: readText,
};
