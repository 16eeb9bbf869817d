/**
 * Whether a manifest names this repository and this folder of it.
 *
 * @param {{ repository?: unknown }} manifest
 * @param {string} address without `.git`
 * @param {string} directory
 */
export function namesRepository({ repository }, address, directory) {
  if (typeof repository !== "object" || repository === null) return false;
  const { url, directory: place } = /** @type {Record<string, unknown>} */ (repository);
  return typeof url === "string" && url.replace(/^git\+/, "").replace(/\.git$/, "") === address && place === directory;
}
