// What a person reads: how many mutants of each file were found, and every one that was not.
const share = (results) => {
  const found = results.filter(({ status }) => status !== "survived").length;
  return { found, all: results.length, percent: ((100 * found) / results.length).toFixed(1) };
};

const oneLine = (text) => text.replaceAll(/\s+/g, " ").slice(0, 90);

export function summaryOf(results) {
  const files = [...new Set(results.map(({ file }) => file))];
  const survivors = results.filter(({ status }) => status === "survived");
  const { found, all, percent } = share(results);
  const endless = results.filter(({ status }) => status === "timeout").length;
  return [
    ...survivors.map(
      ({ id, file, line, mutator, original, replacement }) =>
        `survived ${id} ${file}:${line} ${mutator}\n    - ${oneLine(original)}\n    + ${oneLine(replacement)}`,
    ),
    "",
    ...files.map((file) => {
      const part = share(results.filter((result) => result.file === file));
      return `${part.percent.padStart(6)} %  ${part.found} of ${part.all}  ${file}`;
    }),
    `${percent.padStart(6)} %  ${found} of ${all}, ${endless} of them endless`,
  ].join("\n");
}
