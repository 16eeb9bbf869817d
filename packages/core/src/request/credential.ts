import { RoompassError } from "../errors/roompass-error.js";

const inspectCustom: symbol = Symbol.for("nodejs.util.inspect.custom");

/** A secret text that goes into requests: an API key or an app's secret. Nothing shows it but the request itself. */
export class Credential {
  readonly #text: string;

  /** @throws RoompassError `key.empty` for anything that is not a non-blank text; `key.unsuitable` for one with line breaks. */
  constructor(text: unknown, path: string) {
    if (typeof text !== "string" || text.trim() === "") {
      throw new RoompassError("key.empty", `\`${path}\` is missing or empty.`, { path });
    }
    // A line break would end a header; it comes from reading a file without trimming it.
    if (/[\p{Cc}\u2028\u2029]/u.test(text)) {
      throw new RoompassError("key.unsuitable", `\`${path}\` contains line breaks or control characters.`, {
        path,
        cure: "Remove the trailing line break.",
      });
    }
    this.#text = text;
  }

  /** Hands the text to `use`; the only way to it. */
  use<Result>(use: (text: string) => Result): Result {
    return use(this.#text);
  }

  /** Replaces the secret in a text that somebody else wrote, in its plain and in its URL form. */
  scrub(text: string): string {
    return text.replaceAll(this.#text, "[secret]").replaceAll(encodeURIComponent(this.#text), "[secret]");
  }

  toString(): string {
    return "[Credential]";
  }

  toJSON(): string {
    return "[Credential]";
  }

  [inspectCustom](): string {
    return "[Credential]";
  }
}
