/** Of every answer that is data: nothing in it is ever to be run, kept, framed or guessed at. */
export const dataHeaders: Readonly<Record<string, string>> = Object.freeze({
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});

/** Of the documentation pages: their own style sheet and nothing else. */
export const pageHeaders: Readonly<Record<string, string>> = Object.freeze({
  ...dataHeaders,
  "cache-control": "no-cache",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
});
