import picocolors from "picocolors";

type Paint = (text: string) => string;

/** Where a person reads: how wide, and with which colours. */
export interface Screen {
  readonly width: number;
  readonly heading: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly caution: Paint;
}

const narrowest = 40;
const widest = 100;

/** Colours only where a person reads them, and nobody asked for none (https://no-color.org). */
export function screenFor(
  isTerminal: boolean,
  columns: number,
  env: Readonly<Record<string, string | undefined>> = {},
): Screen {
  const wanted = isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const { bold, dim, green, red, yellow } = picocolors.createColors(wanted);
  const known = Number.isFinite(columns) && columns > 0 ? Math.floor(columns) : 80;
  return {
    width: Math.min(widest, Math.max(narrowest, known)),
    heading: bold,
    quiet: dim,
    good: green,
    bad: red,
    caution: yellow,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
const colourCodes = /\u001b\[[0-9;]*m/g;

/** How wide a text is on the screen: colours take no room. */
export const widthOf = (text: string): number => [...text.replace(colourCodes, "")].length;

export const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string => " ".repeat(Math.max(0, width - widthOf(text))) + text;

/** Breaks a text between words; a word that is too long for a line stays whole, so that it can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A label, and a text beside it that may take several lines. */
export function labelled(label: string, text: string, { width }: Screen, indent: number, column: number): string[] {
  const lead = " ".repeat(indent);
  return wrap(text, Math.max(24, width - indent - column)).map(
    (line, index) => lead + padEnd(index === 0 ? label : "", column) + line,
  );
}
