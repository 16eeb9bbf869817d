// Whose a token is: one row for each piece of evidence, by how sure it makes an adapter.

const row = (recognized) => (id, comment, claims, header) => ({
  id: `recognized-${id}`,
  comment,
  flags: ["Recognized"],
  recognized,
  claims,
  ...(header === undefined ? {} : { header }),
});

/** It has a mark that no other known vendor's tokens have. */
export const certain = row("certain");

/** What it has is known of no other vendor's tokens, though none of it is a mark by itself. */
export const likely = row("likely");

/** Others' tokens may well look the same: this alone decides nothing. */
export const possible = row("possible");

/** Nothing speaks for this vendor, or something that its tokens never have speaks against it. */
export const no = row("no");

/** A row for each claim of a list, named by it. */
export const each = (make, id, comment, claims, tokenOf) =>
  Object.entries(claims).map(([name, value]) =>
    make(`${id}-${name.toLowerCase().replaceAll("_", "-")}`, `${comment}: \`${name}\``, tokenOf({ [name]: value })),
  );
