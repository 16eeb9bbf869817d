// Short ways to write what the tables of times say again and again.
import { accept, refuse } from "./core-words.mjs";

export const hour = 3600;
export const tolerating = (clockToleranceSeconds, others = {}) => ({
  input: { expectations: { clockToleranceSeconds, ...others } },
});
export const at = (paths) => ({ claims: { paths } });
export const ending = (expiresAt) => at({ expiresAt });

/** Rows of `[id, comment, value]` on one side of a boundary. */
export const accepted = (rows, flags, tokenOf, others) =>
  rows.map(([id, comment, value]) => accept(id, comment, flags, tokenOf(value), others));
export const refused = (rows, flags, twin, tokenOf, codes, others) =>
  rows.map(([id, comment, value]) => refuse(id, comment, flags, twin, tokenOf(value), codes, others));
