// Chromium: the bundles as module scripts of an empty page. Nothing is served and nothing is asked of a network.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";
import { bundle } from "./bundle.mjs";

export const conditions = ["browser"];

/** Of the playground's tests. */
const playwright = () => createRequire(join(root, "apps/playground/package.json"))("playwright-core");

const launch = (program) =>
  playwright().chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

export async function versionOfChromium(program) {
  const browser = await launch(program);
  const version = browser.version();
  await browser.close();
  return version;
}

/** An address of this machine, because only such pages and those behind TLS have Web Crypto. */
const address = "http://localhost/";

async function inPage(browser, script, work) {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    if (pathname === "/check.js") return route.fulfill({ contentType: "text/javascript", body: script });
    return route.fulfill({
      contentType: "text/html",
      body: '<!doctype html><title>check</title><script type="module" src="/check.js"></script>',
    });
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.roompassCheck !== undefined);
  const values = await work(page);
  await page.close();
  return { values, problems };
}

export async function runOnChromium({ program }, folder, vendors) {
  const made = {};
  for (const part of ["smoke", "suite"]) {
    const file = join(folder, `chromium-${part}.js`);
    await bundle({ program: join(folder, `portable-${part}.mjs`), hasSuite: part === "suite", file, conditions });
    made[part] = readFileSync(file, "utf8");
  }
  const browser = await launch(program);
  try {
    const smoke = await inPage(browser, made.smoke, async (page) => [
      await page.evaluate(() => globalThis.roompassCheck()),
    ]);
    const suite = await inPage(browser, made.suite, async (page) => {
      const values = [];
      for (const vendor of vendors) values.push(await page.evaluate((name) => globalThis.roompassCheck(name), vendor));
      return values;
    });
    return { values: [...smoke.values, ...suite.values], problems: [...smoke.problems, ...suite.problems] };
  } finally {
    await browser.close();
  }
}
