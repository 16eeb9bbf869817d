// Runs the suite against one mutant after the other, each in a module of its own, and stops at the first case that fails.
import { pathToFileURL } from "node:url";
import { completeSubject, listCases, runCase } from "@roompass/conformance";

const bundle = pathToFileURL(process.argv[2]).href;

const isFailure = ({ level, outcome }) => level === "MUST" && ["fail", "error", "timeout"].includes(outcome);

/** How many mutants each case has found here. */
const found = new Map();

/** The name under which Stryker's switches note what is passed while cases are listed. */
const LISTING = "listing";

async function openWith(mutant) {
  const switches = { activeMutant: mutant };
  globalThis.__stryker__ = switches;
  const module = await import(`${bundle}?mutant=${mutant ?? "none"}`);
  const subject = completeSubject(module.subject);
  switches.currentTestId = LISTING;
  return { switches, subject, cases: listCases(subject) };
}

const run = (one, subject) => runCase(one, subject, { timeoutMilliseconds: 20_000 });

/** Without a fault: whether the suite holds, and which mutants are passed by each case, while listing, and at the import. */
async function coverage() {
  const { switches, subject, cases } = await openWith(null);
  for (const one of cases) {
    switches.currentTestId = one.id;
    if (isFailure(await run(one, subject))) return { failed: one.id };
  }
  const { static: atImport = {}, perTest = {} } = switches.mutantCoverage ?? {};
  return {
    atImport: Object.keys(atImport),
    perCase: Object.entries(perTest).map(([id, hit]) => [id, Object.keys(hit)]),
  };
}

/**
 * The case that finds a mutant. Cases that pass it come first, and among them those that have found others: what reads
 * one claim of a vendor's mostly reads all of them. The others follow where listing passes it as well, since they work on
 * what was listed; else they cannot see it.
 */
async function killerOf({ id, passedBy, isEverywhere }) {
  let opened;
  try {
    opened = await openWith(id);
  } catch (error) {
    return `cannot be examined: ${error?.name}`;
  }
  const passing = new Set(passedBy);
  const promise = (one) => (passing.has(one.id) ? 1_000_000 : 0) + (found.get(one.id) ?? 0);
  const cases = opened.cases
    .filter((one) => isEverywhere || passing.has(one.id))
    .map((one) => ({ one, promise: promise(one) }))
    .sort((a, b) => b.promise - a.promise);
  for (const { one } of cases) {
    if (isFailure(await run(one, opened.subject))) {
      found.set(one.id, (found.get(one.id) ?? 0) + 1);
      return one.id;
    }
  }
  return undefined;
}

process.on("message", async (message) => {
  process.send(message.id === undefined ? await coverage() : { killer: await killerOf(message) });
});
process.send({ ready: true });
