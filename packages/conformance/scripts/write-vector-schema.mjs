// Writes vectors/schema.json from the zod schema of the source; run it after a build.
//
//   npx tsc -b && node scripts/write-vector-schema.mjs
import { writeFileSync } from "node:fs";
import { vectorFileJsonSchema } from "../dist/vectors/format/json-schema.js";
import { jsonText, vectorsFolder } from "./lib/files.mjs";

writeFileSync(`${vectorsFolder}schema.json`, jsonText(vectorFileJsonSchema()));
