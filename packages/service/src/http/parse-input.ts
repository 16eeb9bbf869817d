import type { z } from "zod";
import { type ProblemItem, ServiceError } from "../errors/service-error.js";
import { inputItems } from "./input-items.js";
import { parseStrictJson } from "./strict-json.js";

/** Cures that only the operation knows, by path: which providers there are. */
export type Cures = Readonly<Record<string, string>>;

function withCure(item: ProblemItem, cures: Cures): ProblemItem {
  const cure = Object.hasOwn(cures, item.path) ? cures[item.path] : undefined;
  return cure === undefined ? item : { ...item, cure };
}

/**
 * Reads a body as strict JSON and checks it against its schema. What is wrong is told by place and kind; neither values nor
 * names of the body are repeated.
 *
 * @param cures What to do about a member, where the schema cannot say it.
 * @throws ServiceError `http.bad-json` or `http.invalid`.
 */
export function parseInput<Output>(schema: z.ZodType<Output>, body: Uint8Array | undefined, cures: Cures = {}): Output {
  const value = parseStrictJson(body);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const items = inputItems(result.error.issues, schema, value);
  throw new ServiceError("http.invalid", { errors: items.map((item) => withCure(item, cures)) });
}
