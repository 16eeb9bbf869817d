// What the page may do, in one place: the build writes it into the page as a meta element and into `dist/_headers`.

/** Nothing but its own scripts, styles and pictures; no request at all after loading, no form, no text that becomes code. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
] as const;

/** For the meta element, which knows no `frame-ancestors`. */
export const metaPolicy: string = directives.join("; ");

/** For the header of the same name. */
export const headerPolicy: string = [...directives, "frame-ancestors 'none'"].join("; ");

/** What a server should send with the page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": headerPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
