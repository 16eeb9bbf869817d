import type { World } from "./settings.js";

type Source = Pick<World, "randomBytes">;

export function randomHex({ randomBytes }: Source, bytes: number): string {
  return [...randomBytes(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A version 4 UUID. */
export function randomUuid({ randomBytes }: Source): string {
  const bytes = randomBytes(16).slice();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Lower-case letters and digits. */
export function randomText({ randomBytes }: Source, length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join("");
}
