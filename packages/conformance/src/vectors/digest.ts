import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { listVectorFiles, vectorFolder } from "./read-vectors.js";

let known: string | undefined;

/** SHA-256 over the names and bytes of all vector files: two reports with the same digest ran the same vectors. */
export function vectorDigest(): string {
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for (const path of listVectorFiles()) hash.update(`${path}\n`).update(readFileSync(new URL(path, vectorFolder)));
  known = hash.digest("hex");
  return known;
}
