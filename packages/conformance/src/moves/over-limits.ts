import type { AnyAdapter, FieldPath, Grant } from "@roompass/core/adapter";
import { grantAt } from "../subject/example-values.js";

/** Paths at which a grant is over what the adapter's table says that the vendor takes. */
export function overLimits(grant: Grant, { limits }: AnyAdapter, now: number): string[] {
  const long = (Object.keys(limits.maxLength ?? {}) as FieldPath[]).filter((path) => {
    const value = grantAt(grant, path);
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    return text.length > (limits.maxLength?.[path] ?? Number.POSITIVE_INFINITY);
  });
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits.lifetimeSeconds ?? {};
  if (grant.expiresAt === undefined) return long;
  const seconds = grant.expiresAt === null ? Number.POSITIVE_INFINITY : grant.expiresAt - now;
  const isBeyond = seconds > max || (limits.lifetimeSeconds?.min !== undefined && seconds < min);
  return isBeyond ? [...long, "expiresAt"] : long;
}
