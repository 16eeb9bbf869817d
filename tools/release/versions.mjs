// The versions in a lock file, and how old they are.

function versionsIn(lock) {
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = entry.name ?? path.split("node_modules/").at(-1);
    if (!path.includes("node_modules/") || entry.link === true || entry.version === undefined) continue;
    found.set(name, new Set([...(found.get(name) ?? []), entry.version]));
  }
  return found;
}

/**
 * The versions that the second lock file has and the first has not, by package, in the order of their names.
 *
 * @param {{ packages: Record<string, { name?: string, version?: string, link?: boolean }> }} before
 * @param {{ packages: Record<string, { name?: string, version?: string, link?: boolean }> }} after
 * @returns {[string, string[]][]}
 */
export function addedVersions(before, after) {
  const known = versionsIn(before);
  return [...versionsIn(after)]
    .map(([name, versions]) => [name, [...versions].filter((version) => known.get(name)?.has(version) !== true)])
    .filter(([, versions]) => versions.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * What is younger than so many days, and what nobody knows the age of: a mirror may lack the times of what it lacks.
 *
 * @param {readonly string[]} versions
 * @param {Readonly<Record<string, string>> | undefined} times ISO 8601, by version
 * @param {number} now milliseconds
 * @param {number} days
 */
export function judgeAges(versions, times, now, days) {
  const age = (version) => now - Date.parse(times?.[version] ?? "");
  return {
    young: versions.filter((version) => age(version) < days * 86_400_000),
    unknown: versions.filter((version) => Number.isNaN(age(version))),
  };
}
