import { z } from "zod";
import { about, named } from "./describe.js";

/** A piece of text that says something. */
export const sentence = named("sentence", z.string().min(8));
export const instant = named("instant", z.int().min(1), "Unix seconds.");
export const link = named("link", z.string().regex(/^https:\/\//));
export const id = named("id", z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)+$/));
export const bytes = named("bytes", z.string().regex(/^[A-Za-z0-9_-]*$/), "As base64url.");

/** `any` JSON object: claims, a vendor's properties, a request body, or a grant as somebody wrote it, right or wrong. */
export const free = named(
  "free",
  z.record(z.string(), z.unknown()),
  "Free JSON: claims, a vendor's properties, a request body, or a grant as somebody wrote it, right or wrong.",
);

export const text = z.string().min(1);
export const keyName = z.string().regex(/^[a-z0-9-]+$/);
export const vendorName = z.string().regex(/^[a-z][a-z0-9-]*$/);
export const flagName = z.string().regex(/^[A-Z][A-Za-z]+$/);
export const code = z.string().regex(/^[a-z]+\.[a-z0-9-]+$/);
export const compactToken = z.string().regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
export const count = z.int().min(1);
/** So much is made of a few characters: two mebibytes are beyond every limit that a vector asks for. */
export const size = z.int().min(1).max(2_097_152);
export const depth = z.int().min(1).max(10_000);
export const yes = z.literal(true);

export const remedy = named(
  "remedy",
  z.strictObject({
    where: z.enum(["room", "client", "dashboard", "policy"]),
    setting: text,
    value: about("Any JSON.", z.unknown()).exactOptional(),
  }),
  "Something outside the token that would change the outcome, or has to be done.",
);
