import { addressKind } from "./address.js";
import type { IssueList } from "./issues.js";

/** Control characters, NUL among them, and halves of surrogate pairs. */
const unsafeCharacter = /[\p{Cc}\p{Cs}]/u;

/** What is said of a name that `isSafeName` does not take. */
export const unsafeName = "has a control character or half of a surrogate pair";

/** Any text, the empty one too: descriptions carry no rights. */
export function readText(value: unknown, path: string, issues: IssueList): string | undefined {
  if (typeof value === "string") return value;
  issues.addWrongType(path, "a string", value, "Give a string.");
  return undefined;
}

/** Whether every system reads this text in the same way. */
export function isSafeName(text: string): boolean {
  return !unsafeCharacter.test(text);
}

/**
 * A text that something is decided by: a room, a participant id, an address. It is kept byte for byte, so what two
 * systems could read differently is refused here: NUL, other control characters, lone surrogates.
 */
export function readName(value: unknown, path: string, issues: IssueList): string | undefined {
  if (typeof value !== "string") {
    issues.addWrongType(path, "a string", value, "Give a string.");
  } else if (value === "") {
    issues.add("grant.invalid", path, "is empty", "Give a name, or leave the field out.");
  } else if (unsafeCharacter.test(value)) {
    issues.add("grant.invalid", path, unsafeName, "Remove that character; roompass never changes a name.");
  } else {
    return value;
  }
  return undefined;
}

/** An address that a client opens: deep links of mobile apps are welcome, so this need not be a web address. */
export function readAddress(value: unknown, path: string, issues: IssueList): string | undefined {
  const address = readName(value, path, issues);
  if (address === undefined || addressKind(address) !== "script") return address;
  const message = "runs code in whoever follows it, or opens something that is not on the web";
  issues.add("grant.invalid", path, message, "Give a web address or a link into an app.");
  return undefined;
}

const languageTag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** A text shaped like a BCP 47 tag; whether such a language exists is not checked. */
export function readLanguage(value: unknown, path: string, issues: IssueList): string | undefined {
  if (typeof value === "string" && languageTag.test(value)) return value;
  const cure = "Give a tag such as `de` or `pt-BR`.";
  if (typeof value === "string") issues.add("grant.invalid", path, "is not a BCP 47 language tag", cure);
  else issues.addWrongType(path, "a string", value, cure);
  return undefined;
}
