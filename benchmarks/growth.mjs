// The cost of a token must not grow with the number of tokens that were handled before it.
import { daily, grantOf } from "./lib/material.mjs";

async function processorSeconds(count, work) {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await work(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const issueAndVerify = async (index) => daily.verify((await daily.issue(grantOf(index))).token);

/** How much longer the last tokens of many take than the first of them, in time of the processor. */
export async function growth({ tokens }) {
  const part = Math.round(tokens / 10);
  await processorSeconds(part, issueAndVerify);
  const first = await processorSeconds(part, issueAndVerify);
  await processorSeconds(part * 7, issueAndVerify);
  const last = await processorSeconds(part, issueAndVerify);
  return { ratio: last / first };
}
