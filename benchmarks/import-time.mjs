// node benchmarks/import-time.mjs [turns]: how long an adapter takes to be imported, beside `zod/mini` alone.
//
// Each import is made in a process of its own, and timed in there, so that starting Node is not part of it. Both are
// imported in turn, and whoever goes second changes from turn to turn.
import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { median } from "./lib/figures.mjs";
import { isMet } from "./lib/table.mjs";

/** At most so many times as long as `zod/mini`. */
export const limit = 1.2;

const adapters = ["@roompass/daily", "@roompass/livekit", "@roompass/metered", "@roompass/videosdk"];
const peer = "zod/mini";
const here = fileURLToPath(new URL("./", import.meta.url));

function millisecondsFor(specifier) {
  const program = `const start = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: here }));
}

/**
 * @param {{ turns: number }} options
 * @returns {{ name: string, ours: number, peer: number, ratio: number }[]} milliseconds, and the median of
 *   the ratios of the turns: 1 is equally long, 2 is ours twice as long
 */
export function importTimes({ turns }) {
  return adapters.map((name) => {
    // What the disk has to bring is brought once.
    for (const specifier of [name, peer]) millisecondsFor(specifier);
    const rounds = Array.from({ length: turns }, (_, turn) => {
      const order = turn % 2 === 0 ? [name, peer] : [peer, name];
      const [first, second] = order.map(millisecondsFor);
      return turn % 2 === 0 ? { ours: first, peer: second } : { ours: second, peer: first };
    });
    return {
      name,
      ours: median(rounds.map((round) => round.ours)),
      peer: median(rounds.map((round) => round.peer)),
      ratio: median(rounds.map((round) => round.ours / round.peer)),
    };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const turns = Number(process.argv[2] ?? 21);
  console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`);
  for (const { name, ours, peer: theirs, ratio } of importTimes({ turns })) {
    const figures = `${ours.toFixed(0)} ms, ${peer} ${theirs.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${limit})`;
    console.log(`${name}  ${figures}  ${isMet({ ratio, atMost: limit }) ? "met" : "missed"}`);
  }
}
