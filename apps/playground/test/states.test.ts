// What axe and the ruler say of every state of the page, dark and light, narrow and wide.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeViolations, colourViolations } from "./support/axe.ts";
import { hasChromium, makeStage, wide } from "./support/browser.ts";

const stage = makeStage();

type Step = (page: Page) => Promise<void>;

async function chooseExample(page: Page, id: string): Promise<void> {
  await page.getByRole("tab", { name: "Read a token" }).click();
  await page.getByLabel("Examples").selectOption(id);
  // The page waits for the text to stand still, and for decisions, before it works anything out.
  await page.waitForTimeout(400);
}

const example =
  (id: string): Step =>
  (page) =>
    chooseExample(page, id);

async function openKeyFields(page: Page): Promise<void> {
  await chooseExample(page, "daily-guide");
  await page.getByRole("tab", { name: "Metered" }).click();
  await page.getByRole("tab", { name: "VideoSDK" }).click();
  await page.getByText("Sign it with your key").click();
  await page.getByLabel("I have read this").check();
}

const states: Readonly<Record<string, Step>> = {
  "a token": example("daily-guide"),
  "a token that is refused everywhere": example("daily-limits"),
  "a token with errors": example("broken"),
  "a text that is no token": example("cut"),
  "JSON without a token": async (page) => {
    await page.getByRole("tab", { name: "Read a token" }).click();
    await page.getByLabel("Meeting token").fill('{"data":{"room":"hello"}}');
    await page.getByText("no text in it looks like a token").first().waitFor();
  },
  "a token of nobody": example("ambiguous"),
  "hidden characters": example("bidi"),
  "pasting noise": example("noise"),
  "nothing at all": async (page) => {
    await chooseExample(page, "daily-guide");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("What the token grants will stand here.").waitFor();
  },
  "a request in place of a token": async (page) => {
    await chooseExample(page, "daily-guide");
    await page.getByRole("tab", { name: "Metered" }).click();
    await page.getByText("tokens are not signed with a key of yours").waitFor();
  },
  "a signed token": async (page) => {
    await openKeyFields(page);
    await page.getByLabel("API key").fill("TEST-ONLY-project");
    await page.getByLabel("Secret", { exact: true }).fill("TEST-ONLY-videosdk-secret-0123456789");
    await page.getByRole("button", { name: "Sign a VideoSDK token" }).click();
    await page.getByText("Checked here with the same key").waitFor();
  },
  "a key that is none": async (page) => {
    await openKeyFields(page);
    await page.getByRole("button", { name: "Sign a VideoSDK token" }).click();
    await page.getByRole("alert").waitFor();
  },
  "a grant": async (page) => {
    await page.getByRole("tab", { name: "Build a grant" }).click();
    await page
      .getByRole("table", { name: "What each vendor’s token makes of the grant" })
      .getByText("kept")
      .first()
      .waitFor();
  },
  "a grant with wrong fields": async (page) => {
    await page.getByRole("tab", { name: "Build a grant" }).click();
    await page.getByLabel("Room", { exact: true }).fill("");
    await page.getByText("room is missing").waitFor();
  },
};

const narrow = { width: 320, height: 640 } as const;

/** Rules that a narrow page can break where a wide one keeps them: what scrolls, and tables that are laid out as blocks. */
const layoutRules = ["scrollable-region-focusable", "td-headers-attr", "th-has-data-cells", "aria-required-children"];

/**
 * Where every rule and all four looks count: what is there only while the page is wide, or only while it is narrow, is in these.
 * Elsewhere light is looked at wide and dark narrow.
 */
const wholeStates: ReadonlySet<string> = new Set(["a token", "a grant"]);

// One page is led from state to state, as a person leads it, and in each of them made narrow and dark.
describe.skipIf(!hasChromium)("wide and narrow, light and dark", () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.open();
  });

  it.each(Object.keys(states))("%s", async (name) => {
    await page.setViewportSize(wide);
    await states[name]?.(page);
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await axeViolations(page)).toEqual([]);
    expect(await colourViolations(page)).toEqual([]);
    // Nothing stands out to the right: what is wide scrolls by itself.
    expect(await overflow()).toBeLessThanOrEqual(0);
    const isWhole = wholeStates.has(name);
    await page.emulateMedia({ colorScheme: "dark" });
    if (isWhole) expect(await colourViolations(page)).toEqual([]);
    await page.setViewportSize(narrow);
    expect(await axeViolations(page, isWhole ? undefined : layoutRules)).toEqual([]);
    expect(await colourViolations(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: "light" });
    if (isWhole) expect(await colourViolations(page)).toEqual([]);
  });
});
