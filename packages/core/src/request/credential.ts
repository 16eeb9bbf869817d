import { RoompassError } from "../errors/roompass-error.js";
import { redactPieces } from "./redact-pieces.js";
import { secretForms } from "./secret-forms.js";

const inspectCustom: symbol = Symbol.for("nodejs.util.inspect.custom");

/** A secret text that goes into requests: an API key or an app's secret. Nothing shows it but the request itself. */
export class Credential {
  readonly #text: string;

  /** @throws RoompassError `key.empty` for anything that is not a non-blank text; `key.unsuitable` for one with
   * characters outside printable ASCII. */
  constructor(text: unknown, path: string) {
    if (typeof text !== "string" || text.trim() === "") {
      throw new RoompassError("key.empty", `\`${path}\` is missing or empty.`, { path });
    }
    // A line break would end a header; it comes from reading a file without trimming it. What is not ASCII cannot stand
    // in one at all, and would only be noticed as a request that fails.
    if (/[^\x20-\x7e]/.test(text)) {
      throw new RoompassError(
        "key.unsuitable",
        `\`${path}\` contains line breaks, control characters or others that no key has.`,
        { path, cure: "Remove the trailing line break, and whatever else came along when it was copied." },
      );
    }
    this.#text = text;
  }

  /** Hands the text to `use`; the only way to it. */
  use<Result>(use: (text: string) => Result): Result {
    return use(this.#text);
  }

  /** Replaces the secret, its encoded forms and pieces of either in a text that somebody else wrote. */
  scrub(text: string): string {
    return redactPieces(text, secretForms(this.#text), "[secret]");
  }

  /** Always `[Credential]`. */
  toString(): string {
    return "[Credential]";
  }

  /** Always `[Credential]`. */
  toJSON(): string {
    return "[Credential]";
  }

  /** Always `[Credential]`, for `console.log` on Node. */
  [inspectCustom](): string {
    return "[Credential]";
  }
}
