// A vendor for which one list says every right, and whose silence allows less than other vendors' does: what its adapter
// cannot do better is no failure.
import { describe, expect, it } from "vitest";
import { randomCases } from "../src/cases/random-cases.ts";
import { completeSubject, type Subject } from "../src/index.ts";
import { referenceAdapter } from "../src/reference/adapter.ts";
import { sameValue } from "../src/run/same-value.ts";
import { frozen } from "../src/vectors/freeze.ts";
import { listAdapter } from "./list-vendor/adapter.ts";

/** The reference adapter, whose tokens have no say over messages. */
const unsaid = frozen({
  ...referenceAdapter,
  authority: (...asked: Parameters<typeof referenceAdapter.authority>) => {
    const read = referenceAdapter.authority(...asked);
    return { ...read, rights: { ...read.rights, "rights.publish.data": "ungoverned" as const } };
  },
});

async function broken(partner: Subject, name: string): Promise<readonly number[]> {
  const subject = completeSubject({ adapter: listAdapter });
  const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
  const found = seeds.map(async (seed) => {
    const [one] = randomCases(subject, [partner], seed).filter(({ id }) => id.startsWith(`core.widening.${name}.`));
    const { expected, actual } = (await one?.observe()) ?? { expected: "a case", actual: undefined };
    return sameValue(expected, actual) ? [] : [seed];
  });
  return (await Promise.all(found)).flat();
}

describe("an adapter whose vendor has one list for every right", () => {
  it("gains nothing by coming back where nothing was assumed on either way", async () => {
    expect(await broken(completeSubject({ adapter: referenceAdapter }), "random.to")).toEqual([]);
  });

  it("may hold by default what a longer list left out", async () => {
    expect(await broken(completeSubject({ adapter: unsaid }), "monotone.from")).toEqual([]);
  });
});
