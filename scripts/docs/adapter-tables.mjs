// The table "neutral field, property, claim" in each adapter's README, from the adapter's own capabilities.
import { grantPaths } from "@roompass/core";
import { daily } from "@roompass/daily";
import { livekit } from "@roompass/livekit";
import { metered } from "@roompass/metered";
import { videosdk } from "@roompass/videosdk";
import { code, json, table } from "./lib/table.mjs";

export const adapters = { daily, livekit, metered, videosdk };

const CARRIED = { exact: "yes", role: "by role", partly: "partly", none: "no" };

/** Several names in one cell: each as code. */
function codes(names) {
  return names === undefined ? "" : names.split(/,\s*/).map(code).join(", ");
}

function place({ where, setting, value }) {
  return `${where}: \`${setting}\`${value === undefined ? "" : ` = \`${json(value)}\``}`;
}

function sentence(text) {
  return text === undefined || /[.!?]$/.test(text) ? (text ?? "") : `${text}.`;
}

/** Sources are numbered in the order in which the table first names them. */
function numberer() {
  const numbers = new Map();
  return {
    numbers,
    of({ source, asOf }) {
      const key = `${source} ${asOf}`;
      if (!numbers.has(key)) numbers.set(key, { number: numbers.size + 1, source, asOf });
      return numbers.get(key).number;
    },
  };
}

function capabilityTable(adapter, sources) {
  const rows = grantPaths.map((path) => {
    const capability = adapter.capabilities[path];
    const outside = capability.outside === undefined ? "" : `Else ${place(capability.outside)}.`;
    const note = [sentence(capability.note), outside].filter((text) => text !== "").join(" ");
    return [
      code(path),
      CARRIED[capability.carried],
      codes(capability.property),
      codes(capability.claim),
      note,
      `[${sources.of(capability)}]`,
    ];
  });
  return table(["neutral", "carried", "property", "claim", "note", "source"], rows);
}

const WEIGHTS = {
  covered: "told by the rights or by another field",
  hint: "a hint; reported as `dropped`",
  binding: "refuses, unless it is in `ignoreUnknown`",
};

function residueTable(adapter, sources) {
  const rows = Object.entries(adapter.residueRules).map(([name, rule]) => [
    code(name),
    WEIGHTS[rule.kind],
    sentence(rule.note),
    `[${sources.of(rule)}]`,
  ]);
  return table(["property", "when the token leaves for another vendor", "note", "source"], rows);
}

function sourceList({ numbers }) {
  return [...numbers.values()].map(({ number, source, asOf }) => `${number}. <${source}> (${asOf})`).join("\n");
}

export function parts() {
  return new Map(
    Object.entries(adapters).flatMap(([vendor, adapter]) => {
      const sources = numberer();
      const capabilities = capabilityTable(adapter, sources);
      const residue = residueTable(adapter, sources);
      return [
        [`${vendor}-capabilities`, capabilities],
        [`${vendor}-residue`, residue],
        [`${vendor}-sources`, sourceList(sources)],
      ];
    }),
  );
}
