import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/**
 * What axe has against the page as it is, in short; `rules` limits it to some of its rules. Evaluated from outside: the
 * page's own policy lets no script in.
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } };
    // Preloading fetches style sheets anew, which the page's policy forbids.
    const options = { preload: false, resultTypes: ["violations"] };
    return axe.run(only === undefined ? options : { ...options, runOnly: only });
  }, rules);
  return (results as AxeResults).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}
