// The example for other languages: an adapter in Python, over JSON lines, and a runner in Python that reads the vectors.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { isThorough } from "../../../tools/enumerations.ts";
import { type CaseResult, runSuite, type SuiteOptions, type SuiteRun, subjectFromCommand } from "../src/index.ts";
import type { CommandSettings } from "../src/protocol/subject-from-command.ts";
import { brokenPython, hasPython, mayLackPython, python, pythonFolder, runPython } from "../src/testing/python.ts";
import { readOwnVectors } from "../src/vectors/own-vectors.ts";

const vectors = fileURLToPath(new URL("../vectors/", import.meta.url));
const commandIn = (folder: string): string => [...python, `'${join(folder, "adapter.py")}'`].join(" ");

/** For one answer and one case: on a machine that does much else a megabyte takes its time, and that is not the question. */
const patience = { timeoutMilliseconds: 20_000 };

async function examine(folder: string, options: SuiteOptions = {}, settings: CommandSettings = {}): Promise<SuiteRun> {
  const subject = await subjectFromCommand(commandIn(folder), { ...patience, ...settings });
  onTestFinished(() => subject.close());
  return await runSuite(subject, { ...patience, ...options });
}

const broken = ({ results }: SuiteRun): readonly CaseResult[] =>
  results.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable");

it("python3 is there, where nobody looks at what was left out", () => {
  expect(hasPython || mayLackPython).toBe(true);
});

describe.skipIf(!hasPython)("the adapter in Python", () => {
  // A third of a minute: on a laptop its own vectors and the faults below stand for it.
  it.runIf(isThorough)(
    "passes every case, and both sides keep to the schema",
    async () => {
      const texts: string[] = [];
      const run = await examine(pythonFolder, {}, { validates: true, log: (text) => void texts.push(text) });
      expect(broken(run).map(({ id, outcome, note, actual }) => ({ id, outcome, note, actual }))).toEqual([]);
      expect(texts).toEqual([]);
      const counts = new Map<string, number>();
      for (const { level, category } of run.results) {
        counts.set(`${level} ${category}`, (counts.get(`${level} ${category}`) ?? 0) + 1);
      }
      console.info(`Python over JSON lines: ${[...counts].map(([name, count]) => `${name} ${count}`).join(", ")}`);
      for (const category of ["manifest", "verify", "time", "limits", "secrets", "translate", "widening", "purity"]) {
        expect(counts.get(`MUST ${category}`), category).toBeGreaterThan(10);
      }
      // Nobody can watch what another process touches: every result about it says so.
      const notes = run.results.filter(({ category }) => category === "purity").map(({ note }) => note);
      expect(new Set(notes)).toEqual(
        new Set(["of a program only the answers are compared; what it touches cannot be watched"]),
      );
    },
    120_000,
  );

  it("passes vectors of its own, which are held to the same rules as ours", async () => {
    const own = await readOwnVectors(pythonFolder, "toy");
    const { results } = await examine(pythonFolder, { own, filter: { id: "toy." } });
    expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(own.map(({ id }) => `${id} pass`));
    expect(own.length).toBeGreaterThan(10);
  });

  it.each([
    [
      "takes any signature",
      "jws.py",
      "if True not in matches:",
      "if matches == []:",
      "core.verify.signature.claims-altered",
    ],
    [
      "takes a token at its expiry",
      "operations.py",
      "expiry <= now - tolerance",
      "expiry < now - tolerance",
      "core.time.exp-equals-now",
    ],
    [
      "drops the request to be admitted",
      "decode.py",
      'properties.get("entry", "direct")',
      '"direct"',
      "core.translate.entry.ask.to",
    ],
    [
      "tells the secret",
      "jws.py",
      '"The signature does not match any of the keys."',
      'f"not {secrets[0]}"',
      "core.secrets.verify.signature.claims-altered",
    ],
    [
      "answers otherwise each time",
      "decode.py",
      '"unknown": native["unknown"],',
      '"unknown": {"at": __import__("time").time_ns()},',
      "core.purity.made.plain",
    ],
  ])("is found out when it %s", async (_what, file, line, wrong, id) => {
    const folder = brokenPython(join("toy_vendor", file), line, wrong);
    const run = await examine(folder, { filter: { id } });
    expect(broken(run).length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasPython)("the runner in Python", () => {
  it("passes every vector with the adapter beside it", () => {
    const { code, text } = runPython(pythonFolder, "run_vectors.py", vectors);
    console.info(`Vectors in Python: ${text.trim()}`);
    expect(code).toBe(0);
    expect(text).toMatch(/^MUST pass: \d{3,}\n$/);
  });

  it.each([
    ["a folder without vectors", join(vectors, "vendor"), 2, /^There are no vectors in .*core\/\*\.json/],
    ["a folder that is not there", join(vectors, "nowhere"), 2, /^There are no vectors in /],
    ["an option", "--verbose", 2, /^There are no vectors in /],
    ["a question for help", "--help", 0, /^Usage: /],
  ])("runs nothing for %s", (_what, given, expected, says) => {
    const { code, text } = runPython(pythonFolder, "run_vectors.py", given);
    expect(code).toBe(expected);
    expect(text).toMatch(says);
    expect(text).not.toContain("pass:");
  });

  it.each([
    [
      "claims.py",
      '"claims.unknown-value" if',
      '"claims.invalid" if',
      /^FAIL toy\.decode\.entry-unknown has other findings$/m,
    ],
    [
      "decode.py",
      'properties.get("entry", "direct")',
      '"direct"',
      /^FAIL toy\.decode\.lobby-guest has another authority/m,
    ],
    [
      "claims.py",
      '"confidence": "certain"',
      '"confidence": "likely"',
      /^FAIL toy\.decode\.recognized-mark is recognized/m,
    ],
    [
      "claims.py",
      "claims.update({name: value for name, value in unknown.items() if name not in _KNOWN})",
      "pass",
      /^FAIL toy\.decode\..* is written again as something else$/m,
    ],
    ["operations.py", "> LONGEST_USER:", "> 10 * LONGEST_USER:", /^FAIL toy\.encode\.long-id was issued$/m],
    [
      "jws.py",
      "if True not in matches:",
      "if matches == []:",
      /^FAIL core\.verify\.signature\.claims-altered was accepted$/m,
    ],
    [
      "operations.py",
      '"token.expired"',
      '"token.dead"',
      /^FAIL core\.time\.exp-equals-now was refused with token\.dead/m,
    ],
    ["grant.py", '"grant.empty-window")', '"grant.empty-window") if now < 0 else None', /core\.time\.issue-equals-now/],
  ])("finds a fault in %s", (file, line, wrong, expected) => {
    const { code, text } = runPython(brokenPython(join("toy_vendor", file), line, wrong), "run_vectors.py", vectors);
    expect(code).toBe(1);
    expect(text).toMatch(expected);
  });
});
