// Building a grant in a real browser: errors at the fields, four vendors side by side, a link, a signed token.
import { createLiveKit } from "@roompass/livekit";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium, makeStage } from "./support/browser.ts";

const stage = makeStage();

async function build(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Build a grant" }).click();
  await page
    .getByRole("table", { name: "What each vendor’s token makes of the grant" })
    .getByText("kept")
    .first()
    .waitFor();
}

const cell = (page: Page, row: string, column: number) =>
  page
    .getByRole("table", { name: "What each vendor’s token makes of the grant" })
    .getByRole("row", { name: new RegExp(`^${row}`) })
    .getByRole("cell")
    .nth(column);

describe.skipIf(!hasChromium)("a grant", () => {
  it("stands side by side in every vendor's form, with what becomes of it", async () => {
    const page = await stage.open();
    await build(page);
    await page.getByLabel("Begin with").selectOption("Guest who asks to enter");
    await expect.poll(() => cell(page, "entry", 1).textContent()).toContain("refused");
    expect(await cell(page, "entry", 0).textContent()).toContain("uncertain");
    expect(await cell(page, "entry", 3).textContent()).toContain("kept");
    expect(await cell(page, "shown name", 3).textContent()).toContain("moved");
    await page.getByRole("tab", { name: "LiveKit" }).click();
    await page.getByText("LiveKit has no waiting room").waitFor();
    await page.getByRole("tab", { name: "VideoSDK" }).click();
    await page.getByText('"permissions": ["ask_join"]').waitFor();
    expect(await page.getByRole("figure", { name: "In your program" }).textContent()).toContain('entry: "ask"');
  });

  it("says at the field what is wrong with it, and leaves the vendors as they were", async () => {
    const page = await stage.open();
    await build(page);
    const ends = page.getByLabel("Ends", { exact: true });
    await ends.fill("soon");
    await page.getByText("expiresIn is not a duration").waitFor();
    expect(await ends.getAttribute("aria-invalid")).toBe("true");
    const line = await ends.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${line}"]`).textContent()).toContain("15m");
    await page.getByLabel("Longest stay, in seconds").fill("ten");
    await expect.poll(() => page.getByLabel("Longest stay, in seconds").getAttribute("aria-invalid")).toBe("true");
    await page.getByText("as it was before the last change").waitFor();
    expect(await cell(page, "room", 0).textContent()).toContain("kept");
  });

  it("is wrong where a date is typed by half, which would mean no beginning", async () => {
    const page = await stage.open();
    await build(page);
    const field = page.getByLabel("Not before");
    await field.focus();
    await page.keyboard.type("0102");
    await page.getByLabel("Room", { exact: true }).focus();
    await page.getByText("It is only half typed.").waitFor();
    await page.getByText("as it was before the last change").waitFor();
    expect(await page.getByText("Sign it with your key").count()).toBe(0);
    await field.fill("2030-01-02T09:30");
    await page.getByText("It is only half typed.").waitFor({ state: "hidden" });
    expect(await field.inputValue()).toBe("2030-01-02T09:30");
  });

  it("has room for a date and a time at its end, and says how they are meant", async () => {
    const page = await stage.open();
    await build(page);
    await page.getByLabel("How it ends").selectOption("at");
    const field = page.getByLabel("Ends", { exact: true });
    await field.fill("2030-01-02T09:30");
    await page.getByText("In your time zone.", { exact: true }).waitFor();
    expect((await field.boundingBox())?.width).toBeGreaterThan(200);
  });

  it("has no link where its fields are too long for one, and a link that cannot be read says so", async () => {
    const page = await stage.open();
    await build(page);
    await page.getByLabel("Shown name").fill("n".repeat(257));
    await page.getByText("There is no link to this grant").waitFor();
    expect(await page.getByRole("button", { name: "Copy link" }).count()).toBe(0);

    await stage.open({ fragment: "#grant=%7B%22room" });
    await page.getByRole("alert").getByText("holds no grant that this page can read").waitFor();
    await page.evaluate(() => location.replace("#grant=%7B%22room%22%3A%22linked%22%7D"));
    await expect.poll(() => page.getByLabel("Room", { exact: true }).inputValue()).toBe("linked");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("is in the link that is copied, behind the #, and nothing else is", async () => {
    const page = await stage.open({ fragment: "?token=TEST-ONLY-in-the-address" });
    await page.getByLabel("Meeting token").fill("eyJ-TEST-ONLY-pasted-token");
    await build(page);
    await page.getByLabel("Participant id").fill("linked_user");
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
    await page.getByLabel("API key").fill("TEST-ONLY-link-secret-0123456789abcdef");
    await page.getByRole("button", { name: "Copy link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${stage.server.url}#grant=`)).toBe(true);
    expect(JSON.parse(decodeURIComponent(link.split("#grant=")[1] ?? ""))).toEqual({
      room: "standup",
      id: "linked_user",
      name: "Alice",
      expiresIn: "1h",
      entry: "direct",
      yes: ["publish.microphone", "publish.camera", "subscribe"],
      no: ["admit"],
    });

    await stage.open({ fragment: `#${link.split("#")[1]}` });
    await expect.poll(() => page.getByLabel("Participant id").inputValue()).toBe("linked_user");
    expect(stage.server.requests.some((path) => path.includes("linked_user"))).toBe(false);
    // The same in a page that is open already.
    const second = link.replace("linked_user", "second_user");
    await page.evaluate((fragment) => location.replace(fragment), `#${second.split("#")[1]}`);
    await expect.poll(() => page.getByLabel("Participant id").inputValue()).toBe("second_user");
  });

  it("is signed with a key of one's own, and the package verifies the token", async () => {
    const page = await stage.open();
    await build(page);
    await page.getByRole("tab", { name: "LiveKit" }).click();
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
    const apiSecret = "TEST-ONLY-livekit-secret-0123456789";
    await page.getByLabel("API key").fill("TEST-ONLY-livekit-key");
    await page.getByLabel("API secret").fill(apiSecret);
    await page.getByRole("button", { name: "Sign a LiveKit token" }).click();
    await page.getByRole("button", { name: "Copy the signed token" }).click();
    const token = await page.evaluate(() => navigator.clipboard.readText());
    const verified = await createLiveKit({ apiKey: "TEST-ONLY-livekit-key", apiSecret }).verify(token);
    expect(verified.grant).toMatchObject({ room: "standup", participant: { id: "u_1", name: "Alice" } });
  });
});
