import type { TranslationPolicy } from "@roompass/core";
import { escaped, hidden } from "../text/visible-text.js";
import type { PageVendor } from "../vendors/vendor.js";

const plainName = /^[A-Za-z_$][\w$]*$/;

/** What does not show, or moves other text, is escaped in code as well. */
function textLiteral(text: string): string {
  return JSON.stringify(text).replace(hidden, escaped);
}

/** A JSON value as TypeScript source: plain names without quotes, short objects and lists on one line. */
export function literal(value: unknown, indent = ""): string {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(
        ([name, member]) => `${plainName.test(name) ? name : textLiteral(name)}: ${literal(member, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return `${open}${close}`;
  const gap = Array.isArray(value) ? "" : " ";
  const line = `${open}${gap}${items.join(", ")}${gap}${close}`;
  if (line.length + indent.length <= 72 && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => `${inner}${item},`).join("\n")}\n${indent}${close}`;
}

function provider({ name, factory, environment }: PageVendor): string {
  return `// reads ${environment.join(" and ")}\nconst ${name} = ${factory}();`;
}

/** How a program issues this grant. */
export function issueSample(vendor: PageVendor, input: unknown): string {
  const { name, factory, packageName } = vendor;
  return [
    `import { ${factory} } from "${packageName}";`,
    "",
    provider(vendor),
    `const { token, report } = await ${name}.issue(${literal(input)});`,
    "",
  ].join("\n");
}

/** How a program moves such a token. The source is verified there, which this page cannot do without a key. */
export function translateSample(from: PageVendor, to: PageVendor, policy: TranslationPolicy): string {
  const hasPolicy = Object.keys(policy).length > 0;
  const now = "Math.floor(Date.now() / 1000)";
  const options = `{ from: ${from.name}, to: ${to.name}, now${hasPolicy ? ", policy" : ""} }`;
  return [
    'import { translate } from "@roompass/core";',
    `import { ${from.factory} } from "${from.packageName}";`,
    `import { ${to.factory} } from "${to.packageName}";`,
    "",
    provider(from),
    provider(to),
    `const now = ${now};`,
    ...(hasPolicy ? [`const policy = ${literal(policy)};`] : []),
    "",
    `const checked = await ${from.name}.verify(oldToken);`,
    `const moved = translate(checked, ${options});`,
    `const { token } = await ${to.name}.issue(moved);`,
    "",
  ].join("\n");
}
