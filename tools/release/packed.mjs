// What the job that packs hands to the job that publishes: tarballs, and a list of them in the order to publish them in.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { packFolders } from "../packed/packages.mjs";
import { tagOf } from "./releases.mjs";

const LIST = "packed.json";

/**
 * @typedef {{ name: string, version: string, file: string, integrity: string }} Packed one tarball: `file` its name in the
 *   folder of the list, `integrity` its SHA-512 as npm writes it
 */

/** @param {string} file */
const integrityOf = (file) => `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;

/**
 * Every package after those of the list that it needs, so that whoever installs it meanwhile finds them.
 *
 * @template {{ manifest: { name: string, dependencies?: object, peerDependencies?: object } }} One
 * @param {readonly One[]} published
 * @returns {One[]}
 */
export function dependenciesFirst(published) {
  /** @type {Set<One>} */
  const visited = new Set();
  /** @type {One[]} */
  const ordered = [];
  const visit = (one) => {
    if (visited.has(one)) return;
    visited.add(one);
    const needed = { ...one.manifest.peerDependencies, ...one.manifest.dependencies };
    for (const other of published) if (Object.hasOwn(needed, other.manifest.name)) visit(other);
    ordered.push(one);
  };
  for (const one of published) visit(one);
  return ordered;
}

/**
 * Packs packages, in the order in which they are given, and lists them.
 *
 * @param {readonly { directory: string, manifest: { name: string, version: string } }[]} packages
 * @param {string} folder nothing may be in it
 * @returns {Promise<Packed[]>}
 */
export async function packAll(packages, folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Remove it first.`);
  mkdirSync(folder, { recursive: true });
  // Asked for no folder, npm would pack the one that it runs in.
  const folders = packages.map(({ directory }) => resolve(root, directory));
  const answers = folders.length === 0 ? [] : await packFolders(folders, folder);
  const packed = packages.map(({ manifest: { name, version } }) => {
    const file = answers.find((answer) => answer.name === name && answer.version === version)?.filename;
    if (file === undefined) throw new Error(`npm did not pack ${tagOf({ name, version })}.`);
    return { name, version, file, integrity: integrityOf(join(folder, file)) };
  });
  writeFileSync(join(folder, LIST), `${JSON.stringify(packed, null, 2)}\n`);
  return packed;
}

/** What is wrong with an entry of the list; `undefined` if nothing is. */
function faultOf({ name, version, file, integrity }, folder, known) {
  if (!known.has(tagOf({ name, version }))) return "no package of this commit has this name and this version";
  if (typeof file !== "string" || basename(file) !== file || !existsSync(join(folder, file))) {
    return `there is no file ${file} beside the list`;
  }
  const found = integrityOf(join(folder, file));
  return found === integrity ? undefined : `${file} is ${found}, and was packed as ${integrity}`;
}

/**
 * Reads the list, and looks at every tarball: it has to be what was packed, of a package and a version of this commit.
 *
 * @param {string} folder
 * @param {readonly { manifest: { name: string, version: string } }[]} published
 * @returns {Packed[]}
 * @throws Error which names every tarball that is not.
 */
export function readPacked(folder, published) {
  /** @type {Packed[]} */
  const packed = JSON.parse(readFileSync(join(folder, LIST), "utf8"));
  const known = new Set(published.map(({ manifest }) => tagOf(manifest)));
  const faults = packed.flatMap((one) => {
    const fault = faultOf(one, folder, known);
    return fault === undefined ? [] : [`${tagOf(one)}: ${fault}.`];
  });
  if (faults.length > 0) throw new Error(`${faults.join("\n")}\nNothing was published. Pack again, from this commit.`);
  return packed;
}
