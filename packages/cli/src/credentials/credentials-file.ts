import { nearestName } from "@roompass/core/kit";
import { CommandError } from "../failures/command-error.js";
import { parseJson } from "../input/json-text.js";
import { type CredentialName, credentialNames, isCredentialName, severalAllowed } from "./credential-names.js";
import type { CredentialValue } from "./credentials.js";

const knownNames = `The names are ${credentialNames.join(", ")}.`;

function refuse(message: string, cure = knownNames): never {
  throw new CommandError("command.credentials-file", message, { path: "--credentials", cure });
}

/** A name that is not known is told by its place, never by itself: it may be half of a secret. */
function checkName(name: string, place: string): CredentialName {
  if (isCredentialName(name)) return name;
  const near = nearestName(name, credentialNames);
  return refuse(
    `The credentials file has an unknown name (${place}).`,
    near === undefined ? knownNames : `Did you mean ${near}? ${knownNames}`,
  );
}

function checkValue(name: CredentialName, value: unknown): CredentialValue {
  if (typeof value === "string" && value !== "") return value;
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" && item !== "");
  if (isList && severalAllowed.has(name)) return value as readonly string[];
  return refuse(
    `${name} in the credentials file is not a text with something in it.`,
    severalAllowed.has(name) ? "Give a text, or a list of texts for rotation." : "Give a text.",
  );
}

function readJsonForm(text: string): Map<CredentialName, CredentialValue> {
  const parsed = parseJson(text, "The credentials file");
  const values = new Map<CredentialName, CredentialValue>();
  Object.entries(parsed as Record<string, unknown>).forEach(([key, value], index) => {
    const name = checkName(key, `member ${index + 1}`);
    values.set(name, checkValue(name, value));
  });
  return values;
}

function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/s.exec(value);
  return match?.[2] ?? value;
}

function readLineForm(text: string): Map<CredentialName, CredentialValue> {
  const values = new Map<CredentialName, CredentialValue>();
  text.split(/\r?\n/).forEach((line, index) => {
    const place = `line ${index + 1}`;
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) return;
    const match = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/s.exec(trimmed);
    if (match === null) refuse(`The credentials file has something that is not NAME=value (${place}).`);
    const name = checkName(match[1] ?? "", place);
    if (values.has(name)) refuse(`The credentials file has ${name} twice (${place}).`, "Keep one of the two.");
    values.set(name, checkValue(name, unquoted(match[2] ?? "")));
  });
  return values;
}

/** Reads a credentials file: a JSON object, or lines of `NAME=value` with `#` for remarks. */
export function readCredentialsFile(text: string): ReadonlyMap<CredentialName, CredentialValue> {
  const values = text.trimStart().startsWith("{") ? readJsonForm(text) : readLineForm(text);
  return values.size > 0 ? values : refuse("The credentials file is empty.");
}
