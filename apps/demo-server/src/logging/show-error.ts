/** What may be said about an error: its kind and code. Messages of other people's code may hold an address with its query. */
export interface ShownError {
  readonly type: string;
  readonly code?: string;
  /** Where it came from, as functions and files, without the message. */
  readonly at?: readonly string[];
}

const framesShown = 6;

function codeOf(error: Error): string | undefined {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === "string" && /^[\w.-]{1,64}$/.test(code) ? code : undefined;
}

export function showError(error: unknown): ShownError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = codeOf(error);
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, framesShown)
    .map((line) => line.trim());
  return { type: error.name, ...(code === undefined ? {} : { code }), ...(at.length === 0 ? {} : { at }) };
}
