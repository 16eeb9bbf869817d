// CommonJS: every entry of every package by `require`, which has to give what `import` gives.
const entries = JSON.parse(process.argv[2]);

async function compare(entry) {
  const required = require(entry);
  const imported = await import(entry);
  const names = Object.keys(imported).sort();
  // Node marks what has a default for compilers.
  const given = Object.keys(required)
    .filter((name) => name !== "__esModule")
    .sort();
  if (given.join() !== names.join()) throw new Error(`exports ${given.join()} instead of ${names.join()}`);
  for (const name of names) if (required[name] !== imported[name]) throw new Error(`another ${name}`);
}

async function main() {
  const results = [];
  for (const entry of entries) {
    try {
      await compare(entry);
      results.push({ name: `require ${entry}`, outcome: "pass" });
    } catch (error) {
      results.push({ name: `require ${entry}`, outcome: "fail", note: String(error?.stack ?? error) });
    }
  }
  console.log(`RESULT ${JSON.stringify({ required: results })}`);
}

main();
