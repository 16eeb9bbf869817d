// Prints what everything weighs beside its budget: node tools/size/show.mjs
//
//   createDaily   the files that weigh most in the bundles whose name contains the word
import { readBudgets, weigh } from "./bundles.mjs";

const [word] = process.argv.slice(2);
const number = (value) => value.toLocaleString("en").padStart(9);

console.log("    bytes    budget  minified  no prose  bundle");
for (const budget of readBudgets().filter(({ name }) => word === undefined || name.includes(word))) {
  const { bytes, minified, withoutProse, modules } = await weigh(budget);
  const mark = bytes > budget.budget ? "  OVER" : "";
  console.log(
    `${number(bytes)} ${number(budget.budget)} ${number(minified)} ${number(withoutProse)}  ${budget.name}${mark}`,
  );
  if (word !== undefined)
    for (const { file, bytes: own } of modules.slice(0, 40)) console.log(`${number(own)}  ${file}`);
}
