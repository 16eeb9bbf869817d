import picocolors from "picocolors";

type Paint = (text: string) => string;

/** What colours mean here; on anything but a terminal each of them does nothing. */
export interface Colours {
  readonly heading: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly caution: Paint;
  readonly command: Paint;
}

/** Colours only where a person reads them, and nobody asked for none (https://no-color.org). */
export function coloursFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Colours {
  const wanted = isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const { bold, dim, green, red, yellow, cyan } = picocolors.createColors(wanted);
  return { heading: bold, quiet: dim, good: green, bad: red, caution: yellow, command: cyan };
}
