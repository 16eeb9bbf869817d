// What axe and the ruler say of every state of the page, dark and light, narrow and wide.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { hasChromium, makeStage, type OpenPage } from "./support/browser.ts";

const stage = makeStage();

type Step = (page: Page) => Promise<void>;

const example =
  (id: string): Step =>
  async (page) => {
    await page.getByLabel("Examples").selectOption(id);
    await page.waitForTimeout(300);
  };

const states: Readonly<Record<string, Step>> = {
  "a token": async () => undefined,
  "a token that is refused everywhere": example("daily-limits"),
  "a token with errors": example("broken"),
  "a text that is no token": example("cut"),
  "a token of nobody": example("ambiguous"),
  "hidden characters": example("bidi"),
  "pasting noise": example("noise"),
  "nothing at all": async (page) => {
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("What the token grants will stand here.").waitFor();
  },
  "a request in place of a token": async (page) => {
    await page.getByRole("tab", { name: "Metered" }).click();
    await page.getByText("tokens are not signed with a key of yours").waitFor();
  },
  "a signed token": async (page) => {
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
    await page.getByLabel("API key").fill("TEST-ONLY-project");
    await page.getByLabel("Secret", { exact: true }).fill("TEST-ONLY-videosdk-secret-0123456789");
    await page.getByRole("button", { name: "Sign a VideoSDK token" }).click();
    await page.getByText("Checked here with the same key").waitFor();
  },
  "a key that is none": async (page) => {
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
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

const widths = [
  { name: "wide", viewport: { width: 1280, height: 900 } },
  { name: "narrow", viewport: { width: 320, height: 640 } },
] as const;

describe.skipIf(!hasChromium).each(widths)("$name", ({ viewport }) => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await stage.open({ viewport, colorScheme: "light" });
  });

  afterAll(() => opened.page.context().close());

  it.each(Object.keys(states))("%s", async (name) => {
    const { page, complaints } = opened;
    await page.emulateMedia({ colorScheme: "light" });
    await page.reload();
    await states[name]?.(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeViolations(page, ["color-contrast"])).toEqual([]);
    // Nothing stands out to the right: what is wide scrolls by itself.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(complaints).toEqual([]);
  });
});
