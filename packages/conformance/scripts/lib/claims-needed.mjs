// Apart from the tables: the lint is published, and runs on vectors of other packages.

/** The claims that a test writes or reads by their neutral path. */
export function claimsNeeded({ token = {}, expect = {} }) {
  const { paths = {}, removePaths = [] } = token.claims ?? {};
  const names = [...Object.keys(paths), ...removePaths, ...Object.keys(expect.paths ?? {})];
  return [...new Set(names)].map((path) => `claim.${path}`);
}
