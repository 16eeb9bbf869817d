// Writes schemas/protocol.schema.json from the zod schemas of the source; run it after a build.
//
//   npx tsc -b && node scripts/write-protocol-schema.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { protocolJsonSchema } from "../dist/protocol/messages.js";
import { jsonText } from "./lib/files.mjs";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("protocol.schema.json", folder), jsonText(protocolJsonSchema()));
