// Puts together what the runtimes answered, and compares them with each other.

/** Of one runtime; what is wrong on one is mostly wrong a hundred times. */
const mostShown = 12;

/** One line for each thing that is wrong. */
function failuresOf({ smoke = [], required = [], conformance }) {
  const broken = [...smoke, ...required].filter(({ outcome }) => outcome !== "pass");
  const cases = conformance?.failures ?? [];
  return [
    ...broken.map(({ name, note }) => `${name}: ${note}`),
    ...cases.map((one) => `${conformance.vendor} ${one.id}: ${JSON.stringify(one)}`),
    ...(conformance !== undefined && conformance.counts.fail > cases.length
      ? [`${conformance.vendor}: ${conformance.counts.fail - cases.length} more cases`]
      : []),
  ];
}

/** The counts of a runtime, its failures, and what has to be the same everywhere. */
export function summaryOf({ values, problems }, vendors) {
  const suites = values.flatMap(({ conformance }) => (conformance === undefined ? [] : [conformance]));
  const smoke = values.flatMap(({ smoke = [] }) => smoke);
  const required = values.flatMap((value) => value.required ?? []);
  const missing = vendors.filter((vendor) => !suites.some((one) => one.vendor === vendor && one.counts.pass > 0));
  const failures = [
    ...problems,
    ...values.flatMap(failuresOf),
    ...missing.map((vendor) => `${vendor}: the conformance suite did not come to its end`),
    ...(smoke.length === 0 ? ["The program of a user did not come to its end."] : []),
  ];
  const sum = (name) => suites.reduce((total, { counts }) => total + counts[name], 0);
  const good = (list) => list.filter(({ outcome }) => outcome === "pass").length;
  return {
    skipped: sum("skip"),
    failures,
    cases: sum("pass"),
    smoke: good(smoke),
    required: good(required),
    told: new Map([
      ...smoke.map(({ name, text }) => [name, text ?? ""]),
      ...suites.flatMap(({ vendor, outcomes }) => outcomes.map((one) => [`${vendor} ${one}`, ""])),
    ]),
  };
}

/** What one runtime tells and the first one does not, or the other way round. */
function differences(first, other) {
  const names = new Set([...first.told.keys(), ...other.told.keys()]);
  return [...names].filter((name) => first.told.get(name) !== other.told.get(name));
}

function columns(rows) {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => String(row[index]).length)));
  return rows.map((row) => `| ${row.map((cell, index) => String(cell).padEnd(widths[index])).join(" | ")} |`);
}

/** The table as Markdown, with everything that is wrong below it. */
export function tableOf(rows) {
  const ran = rows.filter(({ isMissing }) => isMissing !== true);
  const [first] = ran;
  for (const row of ran.slice(1)) {
    const different = differences(first, row);
    if (different.length === 0 || row.failures.length > 0) continue;
    row.failures.push(`${different.length} outcomes or tokens differ from those of ${first.name} ${first.version}:`);
    row.failures.push(...different.slice(0, 10));
  }
  const head = ["runtime", "version", "conditions", "use", "cases", "require", "failed", "skipped", "seconds"];
  const body = rows.map((row) =>
    row.isMissing
      ? [row.name, row.version, row.conditions, "", "", "", "", "", ""]
      : [
          ...[row.name, row.version, row.conditions, row.smoke, row.cases, row.required || "–"],
          ...[row.failures.length, row.skipped, row.seconds.toFixed(0)],
        ],
  );
  const lines = columns([head, head.map((name) => "-".repeat(name.length)), ...body]);
  const wrong = rows.flatMap(({ name, version, failures = [] }) => [
    ...failures.slice(0, mostShown).map((failure) => `${name} ${version}: ${failure}`),
    ...(failures.length > mostShown ? [`${name} ${version}: and ${failures.length - mostShown} more`] : []),
  ]);
  const none = ran.length === 0 ? ["No runtime was found."] : [];
  return { text: [...lines, "", ...wrong, ...none].join("\n").trimEnd(), failed: wrong.length + none.length > 0 };
}
