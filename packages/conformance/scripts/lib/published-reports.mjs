// What must hold for a report that somebody publishes: that it is whole, of these vectors, and says what its cases say.
import { testsOf } from "./lint.mjs";

/** `reports/<vendor>/<adapter>@<version>.json`; the slash of a scoped name is none of a path. */
export function reportPath({ adapter: { vendor, name, version } }) {
  return `${vendor}/${(name ?? vendor).replace(/^@/, "").replaceAll("/", "-")}@${version ?? "0.0.0"}.json`;
}

/** The vectors that a vendor's adapter has to run for a revision: those for all vendors, and its vendor's own. */
function requiredIds({ files, requirements }, vendor, revision) {
  const isFor = ({ suite }, { since, until = revision, except = [] }) =>
    since <= revision &&
    until >= revision &&
    (suite === `vendor/${vendor}` || (suite === "core" && !except.includes(vendor)));
  const ids = files.flatMap(({ path, content }) =>
    testsOf({ path, content: { ...content, groups: content.groups.filter((group) => isFor(content, group)) } }).map(
      ({ id }) => id,
    ),
  );
  const frozen = requirements.get(revision);
  return frozen === undefined ? ids : ids.filter((id) => frozen.has(id));
}

/** Cases of the suite that no file lists: they are made for each adapter, and have their category in their name. */
const isGenerated = ({ id, category }) => id.startsWith(`core.${category}.`);

/** Of these every adapter has some; one whose tokens hold everything has nothing to refuse. */
const generatedCategories = ["manifest", "purity", "secrets", "translate", "widening"];

function checkIds({ cases, suite, adapter: { vendor }, revision }, current) {
  const problems = [];
  const counted = new Map();
  for (const { id } of cases) counted.set(id, (counted.get(id) ?? 0) + 1);
  for (const [id, times] of counted) if (times > 1) problems.push(`${id}: stands in it ${times} times`);
  for (const id of requiredIds(current, vendor, revision)) if (!counted.has(id)) problems.push(`${id}: is missing`);
  const known = new Map(current.files.flatMap(testsOf).map((entry) => [entry.id, entry.content]));
  const isOwn = ({ id, category }) => id.startsWith(`${vendor}.${category}.`);
  let own = 0;
  for (const one of cases) {
    const file = known.get(one.id);
    if (file !== undefined) {
      if (file.suite !== "core" && file.suite !== `vendor/${vendor}`) problems.push(`${one.id}: is of another vendor`);
      if (file.category !== one.category) problems.push(`${one.id}: is of the category ${file.category}`);
    } else if (current.retired.includes(one.id)) problems.push(`${one.id}: was retired`);
    else if (isOwn(one)) own += 1;
    else if (!isGenerated(one)) problems.push(`${one.id}: is no case of the suite`);
  }
  for (const name of generatedCategories) {
    if (!cases.some((one) => one.category === name && isGenerated(one)))
      problems.push(`has no case of the category ${name}`);
  }
  if (own !== (suite.ownVectors ?? 0))
    problems.push(`has ${own} vectors of the adapter's package, and says ${suite.ownVectors ?? 0}`);
  return problems;
}

function countOutcomes(cases) {
  const totals = {};
  for (const { category, level, outcome } of cases) {
    totals[category] ??= {};
    totals[category][level] ??= {};
    totals[category][level][outcome] = (totals[category][level][outcome] ?? 0) + 1;
  }
  return totals;
}

const sorted = (value) =>
  JSON.stringify(value, (_name, member) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([first], [second]) => (first < second ? -1 : 1)))
      : member,
  );

/** The numbers and the verdict, counted again. */
function checkVerdict({ cases, totals, conforms, conformsTo, filter, baseline }, { reached }) {
  const problems = [];
  const counted = Object.fromEntries(Object.entries(totals).filter(([, levels]) => Object.keys(levels).length > 0));
  if (sorted(counted) !== sorted(countOutcomes(cases))) problems.push("its totals are not those of its cases");
  if (filter !== undefined) problems.push("is of a part of the suite, which claims nothing");
  if ((baseline?.entries ?? 0) > 0) problems.push("has a baseline: failures that are tolerated are not published");
  const fine = new Set(["pass", "not-applicable", "not-scored"]);
  const failing = cases.filter(({ level, outcome }) => level === "MUST" && !fine.has(outcome));
  if (conforms !== (failing.length === 0)) problems.push(`says ${conforms}, with ${failing.length} failing MUST cases`);
  const isWhole = filter === undefined && (baseline?.entries ?? 0) === 0;
  const shown = conforms && isWhole ? reached(cases) : undefined;
  if (conformsTo !== shown)
    problems.push(`claims ${conformsTo ?? "nothing"}, and its cases show ${shown ?? "nothing"}`);
  return problems;
}

/**
 * Everything that is wrong with a published report, as sentences; empty for one that may be listed.
 *
 * @param {{ path: string, content: any }} file The path below the folder of reports.
 * @param {{
 *   version: string,
 *   digest: string,
 *   files: readonly { path: string, content: any }[],
 *   retired: readonly string[],
 *   requirements: ReadonlyMap<number, ReadonlySet<string>>,
 *   reached: (cases: readonly any[]) => string | undefined,
 * }} current This package: its version, its vectors with their digest, what frozen revisions ask for, and what cases show.
 * @returns {string[]}
 */
export function reportProblems({ path, content }, current) {
  const { suite, adapter } = content;
  const problems = [];
  if (adapter.name === undefined || adapter.version === undefined)
    problems.push("does not say which version of which package it is of");
  else if (path !== reportPath(content)) problems.push(`belongs to ${reportPath(content)}`);
  problems.push(...checkVerdict(content, current));
  if (suite.version === current.version && suite.vectors !== current.digest)
    problems.push(`is of other vectors than those of ${current.version}: make it anew`);
  // Vectors of other versions are not here: what those asked for cannot be told.
  if (suite.version === current.version) problems.push(...checkIds(content, current));
  return problems.map((text) => `${path}: ${text}`);
}
