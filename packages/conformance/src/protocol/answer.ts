/** A line of the program, read as the answer to one question. */
export type Answer =
  | { readonly kind: "ok"; readonly value: unknown; readonly message: unknown }
  | { readonly kind: "refusal"; readonly code: string; readonly refusal: unknown; readonly message: unknown }
  | { readonly kind: "errored"; readonly text: string; readonly message: unknown }
  | { readonly kind: "none"; readonly fault: string };

const kinds = ["ok", "error", "unsupported", "errored"] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Looks at the envelope only: what is in it is what the cases are for. */
export function readAnswer(line: string, seq: string): Answer {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return { kind: "none", fault: "a line that is no JSON" };
  }
  if (!isObject(message)) return { kind: "none", fault: "JSON that is no object" };
  if (message["seq"] !== seq) return { kind: "none", fault: "the `seq` of another question" };
  const given = kinds.filter((kind) => Object.hasOwn(message, kind));
  const [kind] = given;
  if (kind === undefined || given.length > 1)
    return { kind: "none", fault: "not exactly one of `ok`, `error`, `unsupported` and `errored`" };
  const value = message[kind];
  if (kind === "ok") return { kind, value, message };
  if (kind === "errored") return { kind, text: String(value), message };
  // An operation that a vendor does not have is refused with the code that core has for it.
  if (kind === "unsupported") return { kind: "refusal", code: "provider.unsupported", refusal: value, message };
  const code = isObject(value) ? value["code"] : undefined;
  return typeof code === "string"
    ? { kind: "refusal", code, refusal: value, message }
    : { kind: "none", fault: "an `error` without a `code`" };
}
