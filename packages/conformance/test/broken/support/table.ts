interface Row {
  readonly name: string;
  readonly fault: string;
  readonly ids: readonly string[];
}

const shown = 3;

const partOf = (id: string): string => id.split(".")[1] ?? "";

/** `verify 8, secrets 8`. */
function counts(ids: readonly string[]): string {
  const parts = [...new Set(ids.map(partOf))];
  return parts.map((part) => `${part} ${ids.filter((id) => partOf(id) === part).length}`).join(", ");
}

function rowOf({ name, fault, ids }: Row): string {
  const some = ids.slice(0, shown).map((id) => `\`${id}\``);
  const more = ids.length > shown ? [`[and ${ids.length - shown} more](${name}.json)`] : [];
  return `| [${fault}](${name}.ts) | ${counts(ids)} | ${[...some, ...more].join("<br>")} |`;
}

/** The faults and what they trip, for readers. */
export function faultTable(rows: readonly Row[]): string {
  const categories = [...new Set(rows.flatMap(({ ids }) => ids.map(partOf)))].sort();
  const faultsOf = (category: string): number =>
    rows.filter(({ ids }) => ids.some((id) => partOf(id) === category)).length;
  return [
    "# Broken adapters",
    "",
    "Each of these adapters has one fault, and trips exactly the cases that stand in the JSON file beside it. A fault that",
    "trips nothing would show a hole in the suite. The table is written by the test `broken-adapters.test.ts`.",
    "",
    "| an adapter that | trips | which |",
    "| --- | --- | --- |",
    ...rows.map(rowOf),
    "",
    "| category | faults that it finds |",
    "| --- | --- |",
    ...categories.map((category) => `| ${category} | ${faultsOf(category)} |`),
    "",
  ].join("\n");
}
