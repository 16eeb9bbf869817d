// Hands mutants to processes, replaces a process that hangs or has grown, and collects what killed each mutant.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const WORKER = fileURLToPath(new URL("./worker.mjs", import.meta.url));
/** A whole run without a fault takes some seconds; what takes so much longer has become endless. */
const LIMIT_MILLISECONDS = 400_000;
/** Every mutant is one more copy of the adapter in memory. */
const MUTANTS_PER_PROCESS = 150;

/** Asks one process; `undefined` where it hung or broke. */
function ask(child, question) {
  return new Promise((resolve) => {
    const done = (answer) => {
      clearTimeout(timer);
      child.off("message", done).off("exit", gone);
      resolve(answer);
    };
    const gone = () => done(undefined);
    const timer = setTimeout(() => done(undefined), LIMIT_MILLISECONDS);
    child.on("message", done).on("exit", gone);
    child.send(question);
  });
}

function start(bundle) {
  return new Promise((resolve) => {
    const child = fork(WORKER, [bundle], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    child.once("message", () => resolve({ child, count: 0 }));
  });
}

/** What each mutant's process has to be told: which cases pass it, and whether the others may notice it as well. */
async function questionsFor(bundle, mutants) {
  const control = await start(bundle);
  const seen = await ask(control.child, {});
  control.child.kill("SIGKILL");
  if (seen?.perCase === undefined)
    throw new Error(`Without a fault the suite has to hold, and does not: ${seen?.failed ?? "no answer"}`);
  const everywhere = new Set([...seen.atImport, ...(seen.perCase.find(([id]) => id === "listing")?.[1] ?? [])]);
  const casesOf = new Map();
  for (const [id, hit] of seen.perCase) {
    for (const mutant of hit) casesOf.set(mutant, [...(casesOf.get(mutant) ?? []), id]);
  }
  return mutants.map((mutant) => ({
    mutant,
    question: { id: mutant.id, passedBy: casesOf.get(mutant.id) ?? [], isEverywhere: everywhere.has(mutant.id) },
  }));
}

export async function runMutants({ bundle, mutants, workers }) {
  const results = [];
  const waiting = await questionsFor(bundle, mutants);
  async function work() {
    let process = await start(bundle);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { mutant, question } = next;
      const isPassed = question.isEverywhere || question.passedBy.length > 0;
      const answer = isPassed ? await ask(process.child, question) : {};
      process.count += 1;
      const status = answer === undefined ? "timeout" : answer.killer === undefined ? "survived" : "killed";
      results.push({ ...mutant, status, ...(answer?.killer === undefined ? {} : { killer: answer.killer }) });
      if (results.length % 100 === 0) console.log(`  ${results.length} of ${mutants.length}`);
      if (answer === undefined || process.count >= MUTANTS_PER_PROCESS) {
        process.child.kill("SIGKILL");
        process = await start(bundle);
      }
    }
    process.child.kill("SIGKILL");
  }
  await Promise.all(Array.from({ length: workers }, work));
  return results.sort((a, b) => Number(a.id) - Number(b.id));
}
