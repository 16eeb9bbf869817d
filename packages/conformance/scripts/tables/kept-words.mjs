// Tokens issued anew at their own vendor, once more with an earlier end: whatever else they say has to stay as it is.
import { expiresAt } from "./words.mjs";

const end = expiresAt - 60;

/** Each row that passes as it is, cut short; `property` is the vendor's own name of the expiry. */
export const cutShort = (rows, vendor, property, except = []) =>
  rows
    .filter(({ id, policy, becomes }) => {
      const { properties, report = [] } = becomes[vendor];
      const isPlain = policy === undefined && report.length === 0 && properties?.[property] === expiresAt;
      return isPlain && !except.includes(id);
    })
    .map(({ id, comment, claims, becomes }) => ({
      id: id.replace("kept-", "cut-"),
      comment: `${comment}, cut short`,
      claims,
      policy: { narrow: { expiresAt: end } },
      becomes: {
        [vendor]: {
          ...becomes[vendor],
          properties: { ...becomes[vendor].properties, [property]: end },
          report: ["narrowed expiresAt"],
        },
      },
    }));
