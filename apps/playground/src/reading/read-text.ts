import {
  type Authority,
  type Detection,
  detect,
  type Finding,
  type Inspected,
  inspectToken,
  RoompassError,
} from "@roompass/core";
import { parseCompact, stripPastingNoise } from "@roompass/core/kit";
import type { PageVendor, VendorName } from "../vendors/vendor.js";
import { isVendorName } from "../vendors/vendor.js";
import { adapters, vendorNamed } from "../vendors/vendors.js";
import { jsonAround } from "./json-around.js";
import { type RawPart, rawParts } from "./raw-parts.js";

/** Longest text that is looked at, in characters; what core takes at most, with noise around it. */
export const longestText = 32_768;

interface Common {
  /** The text without what pasting left around it. */
  readonly token: string;
  /** What was taken away from around it, in sentences. */
  readonly noise: string | undefined;
}

/** A text that is no token that anybody could read. */
export interface Broken extends Common {
  readonly kind: "broken";
  readonly findings: readonly Finding[];
  readonly parts: readonly RawPart[];
}

/** A token that can be decoded, and of which nobody can say whose it is. */
export interface Unassigned extends Common {
  readonly kind: "unassigned";
  readonly detection: Detection;
  readonly findings: readonly Finding[];
  readonly parts: readonly RawPart[];
}

/** A token as one vendor's adapter reads it. */
export interface Understood extends Common {
  readonly kind: "understood";
  readonly vendor: PageVendor;
  readonly detection: Detection;
  /** Whether a person chose the vendor. */
  readonly isChosen: boolean;
  readonly inspected: Inspected;
  /** What the library remarks on, and what can be seen of the signature without a key. */
  readonly findings: readonly Finding[];
  readonly authority: Authority;
}

export type TextReading = { readonly kind: "empty" } | Broken | Unassigned | Understood;

/** What any of the vendors takes in a header: which of them counts is not known yet. */
const anyHeader = {
  algorithms: [...new Set(adapters.flatMap(({ header }) => header.algorithms))],
  members: [...new Set(adapters.flatMap(({ header }) => header.members ?? []))],
};

const curesForPeople: Readonly<Record<string, string>> = {
  "token.too-large": "Check that this is one meeting token, and nothing beside it.",
  "token.not-a-jws":
    "Check that it was pasted once, and nothing beside it. Encrypted tokens have five parts too; no supported vendor makes them.",
};

/** The library's advice for programs, where it is none for somebody who pastes. */
function forPeople(finding: Finding): Finding {
  const cure = Object.hasOwn(curesForPeople, finding.id) ? curesForPeople[finding.id] : undefined;
  return cure === undefined ? finding : { ...finding, cure };
}

function wrongJson(tokens: number): Finding {
  const message =
    tokens === 0
      ? "This is JSON, and no text in it looks like a token."
      : `This is JSON with ${tokens} different tokens.`;
  const cure = tokens === 0 ? "Paste the token itself, or an answer that has it." : "Paste the one that is meant.";
  return { id: "page.json", severity: "error", message, cure };
}

/** Different tokens in a text: white space between two would be taken for that of one. */
function tokensInText(text: string): number {
  return new Set(text.match(/(?<![\w-])eyJ[\w-]*\.eyJ[\w-]*\.[\w-]*/g)).size;
}

function severalTokens(tokens: number): Finding {
  const message = `This text holds ${tokens} different tokens.`;
  return { id: "page.several-tokens", severity: "error", message, cure: "Paste the one that is meant." };
}

/** Base64url characters of 32 bytes, which every HS256 signature has. */
const signatureCharacters = 43;

/** A token in a command or a line of a log: whole, as its signature shows, so that white space after it is not of its own. */
const tokenAmidWords = /(?<![\w.-])eyJ[\w-]*\.eyJ[\w-]*\.[\w-]{43}(?![\w.-])/;

/** The text without what pasting left around it, and what that was, in sentences. */
function stripAround(text: string): { readonly text: string; readonly removals: readonly string[] } {
  const stripped = stripPastingNoise(text);
  const amid = text.length > longestText ? undefined : tokenAmidWords.exec(text)?.[0];
  if (amid !== undefined && amid !== stripped.text)
    return { text: amid, removals: ["Taken out of the text around it."] };
  return { text: stripped.text, removals: stripped.findings.map(({ message }) => message) };
}

/** A signature that was cut off is still well-formed, and no key is needed to see that it can fit none. */
function cutSignature(token: string, { header }: Inspected): readonly Finding[] {
  const length = token.split(".")[2]?.length ?? 0;
  if (header["alg"] !== "HS256" || length === signatureCharacters) return [];
  const message = `The signature has ${length} characters; every one made with HS256 has ${signatureCharacters}.`;
  const cure = "Copy the token again, to its last character: like this no vendor takes it.";
  return [{ id: "page.signature-length", severity: "error", message, cure }];
}

function readAs(common: Common, vendor: PageVendor, detection: Detection, isChosen: boolean, now: number): TextReading {
  const { adapter } = vendor;
  try {
    const inspected = inspectToken(common.token, adapter, { now });
    const findings = [...inspected.warnings, ...cutSignature(common.token, inspected)];
    const authority = adapter.authority(inspected.native, {});
    return { kind: "understood", ...common, vendor, detection, isChosen, inspected, findings, authority };
  } catch (error) {
    if (!RoompassError.isInstance(error)) throw error;
    const { findings } = parseCompact(common.token, { header: adapter.header });
    return { kind: "broken", ...common, findings, parts: rawParts(common.token) };
  }
}

/**
 * Reads what somebody pasted: takes the noise away, tells whose token it is, and reads it by that vendor's rules, or by
 * those of the vendor that was chosen. Nothing is verified, and nothing is thrown whatever the text is.
 *
 * @param now Unix seconds.
 */
export function readText(text: string, chosen: VendorName | undefined, now: number): TextReading {
  if (text.trim() === "") return { kind: "empty" };
  const isShort = text.length <= longestText;
  const json = isShort ? jsonAround(text) : undefined;
  const others = isShort && json === undefined ? tokensInText(text) : 0;
  if ((json !== undefined && "tokens" in json) || others > 1) {
    const finding = json !== undefined && "tokens" in json ? wrongJson(json.tokens) : severalTokens(others);
    return { kind: "broken", token: "", noise: undefined, findings: [finding], parts: [] };
  }
  const stripped = stripAround(json?.token ?? text);
  const noise = [...(json === undefined ? [] : ["Taken out of the JSON around it."]), ...stripped.removals].join(" ");
  const common = { token: stripped.text, noise: noise === "" ? undefined : noise };
  const parsed = parseCompact(stripped.text, { header: anyHeader });
  const { header, claims } = parsed;
  if (header === undefined || claims === undefined) {
    return { kind: "broken", ...common, findings: parsed.findings.map(forPeople), parts: rawParts(stripped.text) };
  }
  const detection = detect(stripped.text, adapters);
  if (chosen !== undefined) return readAs(common, vendorNamed(chosen), detection, true, now);
  if (isVendorName(detection.vendor)) return readAs(common, vendorNamed(detection.vendor), detection, false, now);
  const { findings } = parsed;
  return { kind: "unassigned", ...common, detection, findings, parts: rawParts(stripped.text) };
}
