// docs/lint-rules.md: the neutral rules from their list. The adapters' own ids are not data yet; their tables are written
// by hand, and this script only checks that no id is missing or made up.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lintRules } from "@roompass/core";
import { root } from "../lib/run.mjs";
import { code, table } from "./lib/table.mjs";

const VENDORS = ["daily", "livekit", "metered", "videosdk"];

export function parts() {
  const rows = lintRules.map(({ id, severity, summary, cure }) => [code(id), severity, summary, cure]);
  return new Map([["lint-rules", table(["id", "severity", "what it finds", "cure"], rows)]]);
}

/** The ids that an adapter's sources name: whole ones, and the slugs that its helpers put the vendor in front of. */
function idsOf(vendor) {
  const folder = join(root, "packages", vendor, "src");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !/\.test(-d)?\.ts$/.test(name));
  const text = sources.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const whole = [...text.matchAll(new RegExp(`"((?:lint|${vendor})\\.[a-z-]+)"`, "g"))].map((match) => match[1]);
  const slugs = [...text.matchAll(/\b(?:finding|toleratedSpelling)\(\s*"([a-z-]+)"/g)].map((match) => match[1]);
  const named = [...text.matchAll(new RegExp(`\`${vendor}\\.\\$\\{(\\w+)\\}-([a-z-]+)\``, "g"))].flatMap((match) =>
    vendor === "videosdk" && match[1] === "name" ? ["permissions", "roles"].map((name) => `${name}-${match[2]}`) : [],
  );
  return new Set([...whole, ...[...slugs, ...named].map((slug) => `${vendor}.${slug}`)]);
}

/** What the hand-written tables lack, and what they have too much. */
export function check(text) {
  return VENDORS.flatMap((vendor) => {
    const section =
      new RegExp(`^## [^\\n]*\\(\`${vendor}\`\\)$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(text)?.[1] ?? "";
    const listed = new Set([...section.matchAll(/^\| `([a-z.-]+)`/gm)].map((match) => match[1]));
    const known = idsOf(vendor);
    return [
      ...[...known].filter((id) => !listed.has(id)).map((id) => `docs/lint-rules.md: ${vendor} lacks ${id}`),
      ...[...listed].filter((id) => !known.has(id)).map((id) => `docs/lint-rules.md: ${vendor} has no ${id}`),
    ];
  });
}
