/** A piece of HTML that is safe to print: made by `html` alone. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Content = string | number | Markup | readonly Content[] | undefined;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text from outside: neither markup nor anything that turns the direction of writing. */
export function escapeHtml(text: string): string {
  return text.replace(unprintable, "\ufffd").replace(/[&<>"'`]/g, (character) => entities[character] ?? character);
}

function rendered(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.toString();
  if (typeof content === "string") return escapeHtml(content);
  return typeof content === "number" ? String(content) : content.map(rendered).join("");
}

/** HTML in which every text that is put in is escaped; only pieces that `html` made itself are not. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + rendered(contents[index])).join(""));
}

/** An address that is nothing else: `https`, and only letters that need no escape. */
export function isPlainAddress(text: string): boolean {
  return /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./#?=&%~+,:-]*)?$/i.test(text);
}

/** Host and last part of an address: enough to know what it is, and short enough for a table. */
function shortAddress(address: string): string {
  const [host = "", ...parts] = address
    .replace(/^https:\/\/(?:www\.)?/, "")
    .split("/")
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const end = last.length > 26 ? `${last.slice(0, 25)}…` : last;
  if (parts.length === 0) return host;
  return parts.length === 1 ? `${host}/${end}` : `${host}/…/${end}`;
}

/** A source as a link where it is an address, else as text. */
export function sourceLink(text: string): Markup {
  if (!isPlainAddress(text)) return html`${text}`;
  return html`<a href="${text}" rel="noreferrer noopener" title="${text}">${shortAddress(text)}</a>`;
}

/** A neutral path that may break at its dots, and nowhere else. */
export function pathCode(path: string): Markup {
  const [first = "", ...rest] = path.split(".");
  return html`<code>${first}${rest.map((part) => html`<wbr>.${part}`)}</code>`;
}
