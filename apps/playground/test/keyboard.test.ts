// The story again, with nothing but a keyboard.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium, makeStage } from "./support/browser.ts";

const stage = makeStage();

/** Presses the tab key until something of that name has the focus; fails where it never does. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null) return "";
      const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
      const own = focused.getAttribute("aria-label") ?? labels.map((one) => one.textContent).join(" ");
      return own === "" ? (focused.textContent ?? "") : own;
    });
    seen.push(label.slice(0, 30));
    if (name.test(label)) return;
  }
  throw new Error(`Nothing called ${name} was reached; there were ${seen.join(" / ")}`);
}

describe.skipIf(!hasChromium)("by keyboard alone", () => {
  it("skips to the content, goes through the tabs, decides and signs", async () => {
    const page = await stage.open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");

    await tabTo(page, /^Read a token$/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("region", { name: "A grant" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Build a grant");
    await page.keyboard.press("Home");

    await tabTo(page, /^VideoSDK$/);
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Metered");
    await page.keyboard.press("End");

    await tabTo(page, /^Room’s name there$/);
    await page.keyboard.type("2kyv-gzay-64pg");
    await page.getByText('"roomId": "2kyv-gzay-64pg"').waitFor();

    await tabTo(page, /^Sign it with your key$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^I have read this/);
    await page.keyboard.press("Space");
    await tabTo(page, /^API key$/);
    await page.keyboard.type("TEST-ONLY-project");
    await tabTo(page, /^Secret$/);
    await page.keyboard.type("TEST-ONLY-videosdk-secret-0123456789");
    await page.keyboard.press("Enter");
    await page.getByText("Checked here with the same key").waitFor();
    await tabTo(page, /^Forget all keys$/);
    await page.keyboard.press("Enter");
    await page.getByText("Checked here with the same key").waitFor({ state: "hidden" });
  });

  it("goes on where the outcome is told when the pressed button goes away, and at the content when the keys do", async () => {
    const page = await stage.open();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.getByLabel("Examples").selectOption("daily-limits");
    await page.getByRole("button", { name: "Let it come out wider: longest stay" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take back" }).waitFor();
    expect(await focused()).toContain("Daily to VideoSDK:");
    await page.getByRole("button", { name: "Take back" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Take back" }).waitFor({ state: "hidden" });
    expect(await focused()).toContain("Daily to VideoSDK:");

    await page.getByRole("tab", { name: "Build a grant" }).click();
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
    await page.getByLabel("API key").fill("TEST-ONLY-key");
    await page.getByRole("button", { name: "Forget all keys" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("I have read this").waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  it("takes back a cleared field", async () => {
    const page = await stage.open();
    const field = page.getByLabel("Meeting token");
    const before = await field.inputValue();
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => field.inputValue()).toBe("");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => field.inputValue()).toBe(before);
  });

  it("sees which tab and which answer is chosen where the system dictates the colours", async () => {
    const page = await stage.open();
    await page.getByRole("tab", { name: "Build a grant" }).click();
    await page.emulateMedia({ forcedColors: "active" });
    const grounds = (selector: string): Promise<number> =>
      page.evaluate((wanted) => {
        const all = [...document.querySelectorAll(wanted)];
        return new Set(all.map((one) => getComputedStyle(one).backgroundColor)).size;
      }, selector);
    expect(await grounds(".mode-tabs > [role=tablist] [role=tab]")).toBe(2);
    expect(await grounds(".right-field .segments span")).toBe(2);
    await page.emulateMedia({ forcedColors: "none" });
  });

  it("is told once what a token says, not at every key", async () => {
    const page = await stage.open();
    const status = page.getByRole("status");
    await expect.poll(() => status.textContent()).toContain("can walk into “hello”");
    await status.evaluate((region) => {
      const told: string[] = [];
      (window as unknown as { told: string[] }).told = told;
      new MutationObserver(() => told.push(region.textContent ?? "")).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    await page.getByLabel("Meeting token").focus();
    await page.keyboard.press("End");
    for (const key of ".broken.by.keys") await page.keyboard.press(key);
    await expect.poll(() => status.textContent()).toContain("No readable token");
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    // A busy machine can make a pause between two keys, which is then told.
    expect(told.length).toBeLessThanOrEqual(3);
  });

  it("changes the colours, moves nothing for who wants no motion, and keeps neither", async () => {
    const page = await stage.open();
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole("radio", { name: "Auto" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
    await expect.poll(paper).not.toBe(light);
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll("button, a, input, select")].map((one) => getComputedStyle(one).transitionDuration),
    );
    expect(new Set(durations)).toEqual(new Set(["0s"]));
    await stage.open();
    await expect.poll(paper).toBe(light);
  });

  it("shows where the focus is, on everything that takes it", async () => {
    const page = await stage.open();
    const bare = await page.evaluate(() => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(
        "button, input, select, textarea, a, summary, pre",
      )) {
        element.focus({ focusVisible: true } as FocusOptions);
        if (document.activeElement !== element) continue;
        const style = getComputedStyle(element);
        const beside = element.nextElementSibling;
        const own = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        const theirs = beside !== null && getComputedStyle(beside).outlineStyle !== "none";
        if (!own && !theirs) found.push(element.outerHTML.slice(0, 80));
      }
      return found;
    });
    expect(bare).toEqual([]);
  });
});
