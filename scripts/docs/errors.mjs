// docs/errors.md: every code of the one list, by phase.
import { errorCodes } from "@roompass/core";
import { code, table } from "./lib/table.mjs";

const PHASES = {
  limit: "Limits",
  form: "The form of a token",
  header: "The header of a token",
  signature: "The signature",
  claims: "Claims",
  policy: "What the caller expects of a token",
  grant: "Grants",
  translate: "Translations",
  request: "Requests to a vendor",
  usage: "Settings and wrong use",
};

export function parts() {
  const entries = Object.entries(errorCodes);
  const unnamed = entries.filter(([, { phase }]) => !(phase in PHASES)).map(([id]) => id);
  if (unnamed.length > 0) throw new Error(`Phases without a title: ${unnamed.join(", ")}.`);
  const sections = Object.entries(PHASES).flatMap(([phase, title]) => {
    const rows = entries.filter(([, entry]) => entry.phase === phase);
    if (rows.length === 0) return [];
    const cells = rows.map(([id, { cause, cure }]) => [code(id), cause, cure]);
    return [`## ${title}\n\nPhase \`${phase}\`.\n\n${table(["code", "cause", "cure"], cells)}`];
  });
  return new Map([["error-codes", [`There are ${entries.length} codes.`, ...sections].join("\n\n")]]);
}
