import { z } from "zod";

/** The longest text of any one field, in UTF-16 code units. Tokens have a limit of their own. */
export const longestText = 1024;

/** A text that something is decided by: a room, an id. */
export const name = z.string().min(1).max(longestText);

/** A text that describes. */
export const text = z.string().max(longestText);

/** Unix seconds. */
export const instant = z.int().min(0).max(8_640_000_000_000);

/** A token, whatever may be wrong with it. */
export const token = z.string().min(1).max(16_384);

/** A configured provider's full name, `daily` or `daily/eu`. */
export const providerName = z
  .string()
  .max(97)
  .regex(/^[a-z0-9][a-z0-9-]{0,63}(?:\/[a-z0-9-]{1,32})?$/, "a name such as `daily` or `daily/eu`");

/** Any JSON value. */
export const anything: z.ZodType<unknown> = z.unknown();

/** Members by names that are not ours. */
export const members = z.record(z.string().max(256), anything);
