import { secretForms } from "./secret-forms.js";

/** What secrets are replaced with. */
export const scrubbed = "[secret]";

/** Whatever has the form of a compact JWT. A token is its holder's, and never belongs into a log. */
const tokenShape = /eyJ[\w-]{5,}\.[\w-]*\.[\w-]*/g;

/** Replaces what must not be written. */
export type Scrub = (text: string) => string;

/**
 * Makes the last thing that every line goes through: whatever the code before it has done, no secret that is loaded
 * leaves in a log, in none of its usual spellings, and no token.
 */
export function createScrubber(secrets: readonly string[]): Scrub {
  // The longest first: otherwise a form that begins with another one would leave its end behind.
  const forms = [...new Set(secrets.flatMap(secretForms))].sort((a, b) => b.length - a.length);
  const pattern = forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  if (pattern === "") return (text) => text.replace(tokenShape, scrubbed);
  const known = new RegExp(pattern, "g");
  return (text) => text.replace(known, scrubbed).replace(tokenShape, scrubbed);
}
