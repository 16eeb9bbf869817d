import type { Finding } from "@roompass/core/adapter";

/** A documented claim of the wrong type: it is left out, or has the least that it can say. */
export function wrongType(path: string, expected: string): Finding {
  return {
    id: "claims.invalid",
    severity: "error",
    path,
    message: `\`${path}\` is not ${expected}.`,
    cure: `Write ${expected}, as Daily documents it.`,
  };
}

/** A value that is in none of Daily's lists. */
export function unknownValue(path: string, what: string, cure: string): Finding {
  return {
    id: "claims.unknown-value",
    severity: "error",
    path,
    message: `\`${path}\` has a value that is no ${what}.`,
    cure,
  };
}

/** A spelling that is understood but is not Daily's own. */
export function toleratedSpelling(slug: string, path: string, message: string, cure: string): Finding {
  return { id: `daily.${slug}`, severity: "warning", path, message, cure };
}
