import { isIP } from "node:net";
import { z } from "zod";

// Every variable is a text. What is none of the texts that it takes is refused; nothing is repaired.

const text = z.string().min(1, "is set and empty; take it out, or give it a value");

export const path = text;

export function integer(lowest: number, highest: number) {
  const message = `takes a whole number from ${lowest} to ${highest}`;
  return text
    .regex(/^(?:0|[1-9]\d{0,8})$/, message)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, message);
}

export function choice<const Choice extends string>(...choices: readonly [Choice, ...Choice[]]) {
  return z.enum(choices, `takes ${choices.join(", ")}`);
}

export const onOrOff = choice("on", "off").transform((value) => value === "on");

function listOf(isItem: (item: string) => boolean, message: string) {
  return text
    .transform((value) => value.split(",").map((item) => item.trim()))
    .refine((items) => items.every(isItem), message);
}

const loopbackNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An origin as browsers send it: no path, no user, lower case; plain http only from this machine. */
function isOrigin(item: string): boolean {
  if (!URL.canParse(item)) return false;
  const { origin, protocol, hostname } = new URL(item);
  return origin === item && (protocol === "https:" || (protocol === "http:" && loopbackNames.has(hostname)));
}

export const origins = listOf(
  isOrigin,
  "takes origins such as https://app.example.com, with commas between them; http only from this machine",
);

function isAddressOrRange(item: string): boolean {
  const [address = "", bits, ...rest] = item.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  // A range of every address would make every peer a proxy, who may say that he is anybody.
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

export const proxies = listOf(
  isAddressOrRange,
  "takes addresses or ranges such as 10.0.0.0/8, with commas between them, and not all of them (/0)",
);

/** The first signs, all verify. */
export const rotatedSecret = listOf((item) => item !== "", "takes one key, or several with commas between them");

export const plain = text;

export const host = text.refine(
  (value) => value === "localhost" || isIP(value) !== 0,
  "takes an address such as 127.0.0.1 or 0.0.0.0, or localhost",
);

export const longSecret = text.min(32, "takes at least 32 characters, made of chance");

export const redisUrl = text.refine((value) => {
  if (!URL.canParse(value)) return false;
  return ["redis:", "rediss:", "unix:"].includes(new URL(value).protocol);
}, "takes an address such as redis://127.0.0.1:6379, rediss://… or unix:///run/redis.sock");
