// What `npm pack` would put into each published package, without writing an archive.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askNpm } from "../../scripts/lib/run.mjs";
import { exists, type Package, published, root } from "./workspace.ts";

const ANYWHERE = [
  /^package\.json$/,
  /^README\.md$/,
  /^CHANGELOG\.md$/,
  /^LICENSE$/,
  /^dist\/[a-z0-9/.-]+\.(?:js|d\.ts)(?:\.map)?$/,
  /^src\/[a-z0-9/.-]+\.ts$/,
];

/** What one package has beside that; a file that fits nothing here is published by mistake. */
const BESIDE: Readonly<Record<string, readonly RegExp[]>> = {
  roompass: [/^bin\/roompass\.js$/],
  "@roompass/conformance": [
    /^bin\/roompass-conformance\.js$/,
    /^INTERPRETING\.md$/,
    // The vectors, what checks them, and what a runner in another language is written from.
    /^vectors\/[a-z0-9/.-]+\.json$/,
    /^schemas\/[a-z0-9.-]+\.json$/,
    /^scripts\/lib\/[a-z0-9.-]+\.mjs$/,
    /^python\/(?:README\.md|[a-z0-9_/.-]+\.(?:py|json))$/,
    // What `init` writes, under names that npm leaves alone.
    /^skeleton\/[A-Za-z0-9_/.-]+$/,
  ],
};

export function mayBePublished({ name }: Package, file: string): boolean {
  return [...ANYWHERE, ...(BESIDE[name] ?? [])].some((pattern) => pattern.test(file));
}

/** The files of each published package by its name, with forward slashes, as npm would pack them now. */
export async function packPublished(): Promise<ReadonlyMap<string, readonly string[]>> {
  const unbuilt = published.filter(({ directory }) => !exists(`${directory}/dist`)).map(({ name }) => name);
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run: npm run build`);
  const words = ["pack", "--dry-run", "--ignore-scripts", ...published.map(({ name }) => `--workspace=${name}`)];
  const answer = (await askNpm(words)) as { name: string; files: { path: string }[] }[];
  return new Map(Object.values(answer).map(({ name, files }) => [name, files.map(({ path }) => path)]));
}

export function contentsOf({ directory }: Package, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, directory, file)));
}
