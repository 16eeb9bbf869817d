// The suite must fail for adapters that are wrong: each of these has one fault, and trips exactly the cases beside it.
// What trips nothing shows a hole in the suite; what trips more shows a case that depends on something else.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isFull, isThorough } from "../../../tools/enumerations.ts";
import { categories, listCases, runCase, type Subject } from "../src/index.ts";
import { hasFailed } from "../src/run/result.ts";
import type { Broken } from "./broken/support/broken.ts";
import { writing } from "./broken/support/broken.ts";
import { errorLike, issuingWith, refusingWith } from "./broken/support/failing.ts";
import { expecting, lenient, readingClaims } from "./broken/support/lenient.ts";
import { hearing, reporting } from "./broken/support/silent.ts";
import { faultTable } from "./broken/support/table.ts";

const folder = new URL("./broken/", import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -".ts".length)] : []));
const faults = await Promise.all(
  names.sort().map(async (name) => {
    // A path that is put together here would be replaced by the list of those that were there when this was compiled.
    const { broken } = (await import(new URL(`${name}.ts`, folder).href)) as { readonly broken: Broken };
    const ids = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as readonly string[];
    return { name, ids, ...broken };
  }),
);

/** Without `--full` one in so many of the cases that have to hold is run, another part of them for each fault. */
const part = isThorough ? 64 : 256;

/** The ids of cases that fail, in order. Listed ones are always run. */
async function tripped(subject: Subject, listed: readonly string[], offset: number): Promise<readonly string[]> {
  const wanted = new Set(listed);
  const cases = listCases(subject).filter(
    ({ id }, index) => isFull || wanted.has(id) || index % part === offset % part,
  );
  const failed: string[] = [];
  // One after the other: some cases measure processor time or watch the clock.
  for (const one of cases) {
    const { id, outcome } = await runCase(one, subject, { timeoutMilliseconds: 60_000 });
    if (hasFailed(outcome)) failed.push(id);
  }
  return failed.sort();
}

describe("a broken adapter", () => {
  it.each(faults.map((fault, index) => ({ ...fault, index })).filter(({ index }) => isThorough || index % 3 === 0))(
    isFull
      ? "that $fault trips exactly what is listed ($name)"
      : `that $fault trips what is listed, and nothing in every ${part}th of the other cases ($name)`,
    async ({ make, ids, index }) => {
      expect(ids.length).toBeGreaterThan(0);
      expect(await tripped(make(), ids, index)).toEqual(ids);
    },
    180_000,
  );

  const asTheyAre: readonly (readonly [what: string, make: () => Subject])[] = [
    ["a verifier that is lenient about nothing", () => lenient(() => undefined)],
    ["a verifier that reads claims as they are", () => readingClaims(() => undefined)],
    ["a verifier that expects what it was told to", () => expecting(({ expectations }) => expectations)],
    ["an encoder that writes what it was asked to", () => writing((properties) => properties)],
    [
      "refusals with the same members",
      () => refusingWith("claims.invalid", (error) => errorLike(error, error.message)),
    ],
    ["tokens as they were issued", () => issuingWith((issued) => issued)],
    ["grants as they were given", () => hearing((grant) => grant)],
    ["reports as they are", () => reporting((report) => report)],
  ];

  it.each(asTheyAre)(
    "without its fault trips nothing: %s",
    async (_what, make) => {
      expect(await tripped(make(), [], 0)).toEqual([]);
    },
    180_000,
  );
});

describe("the broken adapters", () => {
  it("are one file each, with a list beside it", () => {
    const lists = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(lists.sort()).toEqual(faults.map(({ name }) => `${name}.json`).sort());
    expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length);
  });

  it.each(faults)("$name: the list is in order and has each id once", ({ ids }) => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("fail in every category that can decide", () => {
    const covered = new Set(faults.flatMap(({ ids }) => ids.map((id) => id.split(".")[1])));
    expect(categories.filter((category) => !covered.has(category))).toEqual([]);
  });

  it("are in the table (cure: npx vitest run --project conformance broken-adapters -u)", async () => {
    await expect(faultTable(faults)).toMatchFileSnapshot("./broken/README.md");
  });
});
