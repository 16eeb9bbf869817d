// One line per step, so that a person sees what was done and what took the time.
export function step(name, seconds, note = "") {
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`${time}  ${name}${note === "" ? "" : ` (${note})`}`);
}

export function failure(name, output) {
  console.error(`\n${name} failed:\n`);
  console.error(output.trimEnd());
  console.error("");
}
