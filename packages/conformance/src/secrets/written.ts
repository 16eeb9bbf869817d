import { inspect } from "node:util";

const consoleNames = ["log", "info", "warn", "error", "debug", "trace"] as const;

const textOf = (chunk: unknown): string => {
  if (typeof chunk === "string") return chunk;
  return chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : inspect(chunk, { depth: 9, showHidden: true });
};

/**
 * Runs something, and keeps what is written to the standard streams and the console meanwhile; all of it is written as
 * well. What goes to a file descriptor without a stream is not seen.
 */
export async function withWritten<Value>(
  act: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly written: string }> {
  const seen: string[] = [];
  const undo: (() => void)[] = [];
  const listen = (owner: object, name: string): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    const real = (owner as Record<string, unknown>)[name] as (...values: unknown[]) => unknown;
    const listener = (...values: unknown[]): unknown => {
      seen.push(...values.map(textOf));
      return Reflect.apply(real, owner, values);
    };
    Object.defineProperty(owner, name, { value: listener, configurable: true, writable: true });
    undo.push(() => {
      if (before === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, before);
    });
  };
  for (const stream of [process.stdout, process.stderr]) listen(stream, "write");
  for (const name of consoleNames) listen(console, name);
  try {
    return { value: await act(), written: seen.join("\n") };
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}
