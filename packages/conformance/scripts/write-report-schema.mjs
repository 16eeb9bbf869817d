// Writes schemas/report.schema.json from the zod schema of the source; run it after a build.
//
//   npx tsc -b && node scripts/write-report-schema.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { reportJsonSchema } from "../dist/report/report-schema.js";
import { jsonText } from "./lib/files.mjs";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("report.schema.json", folder), jsonText(reportJsonSchema()));
