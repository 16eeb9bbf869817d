// Two pieces of work measured in turn, in one process: what the machine does meanwhile slows both, and the ratio stays.
import { performance } from "node:perf_hooks";
import { median } from "./figures.mjs";

/** Milliseconds for `count` calls. What is awaited is awaited one by one, as a request handler does. */
async function timed(work, count) {
  const start = performance.now();
  let last;
  for (let index = 0; index < count; index += 1) {
    const result = work(index);
    last = result instanceof Promise ? await result : result;
  }
  const elapsed = performance.now() - start;
  if (last === undefined) throw new Error("The work returned nothing: it may not have been done.");
  return elapsed;
}

/** As many calls as take about `milliseconds`. */
async function countFor(work, milliseconds) {
  let count = 8;
  for (;;) {
    const elapsed = await timed(work, count);
    if (elapsed >= milliseconds / 4) return Math.max(8, Math.round((count * milliseconds) / elapsed));
    count *= 4;
  }
}

/**
 * Runs `ours` and `peer` in turn and returns how many times a second each was done, and the median of the ratios of the
 * turns: 1 is equally fast, 2 is ours twice as fast.
 */
export async function paired(ours, peer, { turns, milliseconds }) {
  // Compiled before it is counted: both run for a while first.
  for (const work of [ours, peer]) await timed(work, await countFor(work, milliseconds * 4));
  const counts = [await countFor(ours, milliseconds), await countFor(peer, milliseconds)];
  const rounds = [];
  for (let turn = 0; turn < turns; turn += 1) {
    // Whoever goes second finds the caches as the first left them: that changes from turn to turn.
    const isOursFirst = turn % 2 === 0;
    const first = isOursFirst ? await timed(ours, counts[0]) : await timed(peer, counts[1]);
    const second = isOursFirst ? await timed(peer, counts[1]) : await timed(ours, counts[0]);
    const [oursTook, peerTook] = isOursFirst ? [first, second] : [second, first];
    rounds.push({ ours: (counts[0] * 1000) / oursTook, peer: (counts[1] * 1000) / peerTook });
  }
  return {
    ours: median(rounds.map(({ ours: rate }) => rate)),
    peer: median(rounds.map(({ peer: rate }) => rate)),
    ratio: median(rounds.map((round) => round.ours / round.peer)),
  };
}
