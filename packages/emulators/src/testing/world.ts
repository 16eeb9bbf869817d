import type { Emulator } from "../emulator/emulator.js";

/** The instant of these tests, in unix seconds. */
export const now = 1_800_000_000;

/** Randomness that is the same every time. */
export function countingBytes(): (length: number) => Uint8Array {
  let state = 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) & 0xff;
    });
}

export const world = { clock: () => now, randomBytes: countingBytes() } as const;

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Calls an emulator without a server, and reads the JSON of its answer. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Answered> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method, headers, ...(body === undefined ? {} : { body: text }) };
  const answer = await emulator.fetch(`http://vendor.example${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

/** The claims of a token, of which nothing is checked. */
export function claimsIn(token: unknown): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
}
