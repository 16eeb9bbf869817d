import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules about colours: the dearest of all, and the only ones to which the colours of the page matter. */
const colourRules = ["color-contrast", "link-in-text-block"] as const;

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

interface Axe {
  run(context: object, options: object): Promise<AxeResults>;
}

type Options = Readonly<Record<string, unknown>>;

/** Evaluated from outside: the page's own policy lets no script in. Stays in the page until that is loaded anew. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
}

/** Preloading fetches style sheets anew, which the page's policy forbids. */
const quiet: Options = { preload: false, resultTypes: ["violations"] };

function inShort({ violations }: AxeResults): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** What axe has against the page as it is, in short, colours left out; `rules` limits it to some of its rules. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await bringAxe(page);
  const others = Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }]));
  const options = { ...quiet, ...(rules === undefined ? { rules: others } : { runOnly: rules }) };
  const run = (given: Options): Promise<AxeResults> => (globalThis as unknown as { axe: Axe }).axe.run(document, given);
  return inShort(await page.evaluate(run, options));
}

/**
 * What axe has against the colours that can be seen, of each kind of text once: texts of one class, size, weight, colour and
 * ground have one contrast. What was looked at since the page was loaded is not looked at again.
 */
export async function colourViolations(page: Page): Promise<string[]> {
  await bringAxe(page);
  const found = await page.evaluate(
    async (given) => {
      const known = globalThis as unknown as { axe: Axe; kinds?: Set<string> };
      known.kinds ??= new Set();
      const seen = known.kinds;
      const hasText = (element: Element): boolean =>
        element.matches("input, select, textarea") ||
        [...element.childNodes].some(({ nodeType, data }: Node & { data?: string }) => nodeType === 3 && data?.trim());
      const grounds = new Map<Element | null, string>([[null, ""]]);
      const groundOf = (element: Element | null): string => {
        let ground = grounds.get(element);
        if (element !== null && ground === undefined) {
          const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
          const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
          const isClear = own === "rgba(0, 0, 0, 0) none 1";
          ground = `${groundOf(element.parentElement)}${isClear ? "" : `/${own}`}`;
          grounds.set(element, ground);
        }
        return ground ?? "";
      };
      const kindOf = (element: Element): string => {
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const names = [element.tagName, element.className, element.parentElement?.className];
        return JSON.stringify([names, element.matches(":disabled"), color, fontSize, fontWeight, groundOf(element)]);
      };
      const include = [...document.body.querySelectorAll("*")].filter((element) => {
        if (!hasText(element) || !element.checkVisibility()) return false;
        const kind = kindOf(element);
        return !seen.has(kind) && seen.add(kind);
      });
      return include.length === 0 ? { violations: [] } : known.axe.run({ include }, given);
    },
    { ...quiet, runOnly: colourRules },
  );
  return inShort(found);
}
