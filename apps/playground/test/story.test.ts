// The whole story in a real browser: paste, understand, translate, sign, copy; and what must never happen on the way.
import { createVideoSDK } from "@roompass/videosdk";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasChromium, makeStage } from "./support/browser.ts";

const stage = makeStage();

const projectKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-canary-secret-0123456789-abcdef";

/** Signed with a key of no account: what counts is what it says. */
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (claims: object): string =>
  `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}.${Buffer.alloc(32, "of nobody").toString("base64url")}`;

const inAnHour = Math.floor(Date.now() / 1000) + 3600;
const dailyClaims = {
  r: "story-room",
  d: "11111111-2222-4333-8444-555555555555",
  iat: inAnHour - 3700,
  exp: inAnHour,
  ud: "story_user",
  u: "Story Teller",
};

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Everything of a page that outlives it, or that its markup shows. */
async function traces(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.documentElement.outerHTML,
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
    ]),
  );
}

async function signAs(page: Page, key: string, value: string): Promise<void> {
  const notice = page.getByLabel("I have read this");
  // A token that is read in this very moment closes what was opened for the one before.
  await expect
    .poll(async () => {
      if (!(await notice.isVisible())) await page.getByText("Sign it with your key").click();
      return notice.isVisible();
    })
    .toBe(true);
  expect(await page.getByLabel("Secret", { exact: true }).count()).toBe(0);
  await notice.check();
  await page.getByLabel("API key").fill(key);
  await page.getByLabel("Secret", { exact: true }).fill(value);
  await page.getByRole("button", { name: "Sign a VideoSDK token" }).click();
}

describe.skipIf(!hasChromium)("from a pasted token to a signed one", () => {
  it("reads, explains, translates, signs, and hands out a token that the package verifies", async () => {
    const page = await stage.open();
    const pasted = ` "Bearer ${token(dailyClaims)}"\n`;
    await page.getByLabel("Meeting token").fill(pasted);

    await page.getByText("Daily, certain").waitFor();
    await page.getByText("Removed from around the token").waitFor();
    await page.getByRole("heading", { name: "Story Teller → “story-room”" }).waitFor();
    const claims = page.getByRole("region", { name: "Claim by claim" });
    const row = claims.getByRole("row", { name: "ud" });
    expect(await row.textContent()).toMatch(/user_id[\s\S]*Binds the token to one participant/);
    expect(await page.getByRole("status").count()).toBe(1);
    await expect.poll(() => page.getByRole("status").textContent()).toContain("can walk into “story-room”");

    const forms = page.getByRole("region", { name: "In every other vendor’s form" });
    expect(await forms.textContent()).toContain("trustUnverified: true");
    await page.getByLabel("Room’s name there").fill("2kyv-gzay-64pg");
    await forms.getByText('"roomId": "2kyv-gzay-64pg"').waitFor();

    await signAs(page, projectKey, secret);
    await page.getByText("Checked here with the same key").waitFor();
    await page.getByRole("button", { name: "Copy the signed token" }).click();
    await page.getByRole("button", { name: "Copied the signed token" }).waitFor();
    const signed = await copied(page);
    const verified = await createVideoSDK({ apiKey: projectKey, secret }).verify(signed, { room: "2kyv-gzay-64pg" });
    expect(verified.grant).toMatchObject({
      room: "2kyv-gzay-64pg",
      participant: { id: "story_user" },
      expiresAt: inAnHour,
    });

    expect(await traces(page)).not.toContain(secret);
    await page.getByRole("button", { name: "Forget all keys" }).first().click();
    expect(await traces(page)).not.toContain(signed);
    await page.getByLabel("I have read this").waitFor({ state: "hidden" });
    expect(await page.getByLabel("Secret", { exact: true }).count()).toBe(0);

    expect(stage.server.requests.every((path) => /\/(?:index\.html)?$|\/assets\//.test(path))).toBe(true);
  });

  it("forgets the key when the page is left, and the token when what it says changes", async () => {
    const page = await stage.open();
    await page.getByLabel("Meeting token").fill(token(dailyClaims));
    // The token that the page opens with is Daily's as well: only this says that the new one was read.
    await page.getByRole("heading", { name: "Story Teller → “story-room”" }).waitFor();
    await signAs(page, projectKey, secret);
    await page.getByText("Checked here with the same key").waitFor();
    await page.getByLabel("Room’s name there").fill("abcd-efgh-ijkl");
    await page.getByText("Checked here with the same key").waitFor({ state: "hidden" });
    expect(await page.getByLabel("Secret", { exact: true }).inputValue()).toBe(secret);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    await page.getByLabel("Secret", { exact: true }).waitFor({ state: "hidden" });
    expect(await traces(page)).not.toContain(secret);
  });

  it("says what is wrong with a key, and repeats nothing of it", async () => {
    const page = await stage.open();
    const wrong = "-----BEGIN PUBLIC KEY----- TEST-ONLY";
    await signAs(page, projectKey, wrong);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("key.unsuitable");
    expect(await alert.textContent()).not.toContain("TEST-ONLY");
  });

  it("shows nowhere what is dropped on the field of a key", async () => {
    const page = await stage.open();
    await page.getByText("Sign it with your key").click();
    await page.getByLabel("I have read this").check();
    const isLeftToTheField = await page.getByLabel("Secret", { exact: true }).evaluate((field, dropped) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", dropped);
      return ["dragenter", "dragover", "drop"].map((name) =>
        field.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })),
      );
    }, secret);
    expect(isLeftToTheField).toEqual([true, true, true]);
    await page.waitForTimeout(400);
    expect(await page.getByLabel("Meeting token").inputValue()).not.toContain(secret);
    expect(await traces(page)).not.toContain(secret);
    expect(await page.getByText("Drop the token here").count()).toBe(0);
  });

  it("shows for Metered the request, with the secret's place marked and no field for one", async () => {
    const page = await stage.open();
    await page.getByRole("tab", { name: "Metered" }).click();
    await page.getByText("Metered tokens are not signed with a key of yours").waitFor();
    const request = page.getByRole("figure", { name: "Request" });
    const text = await request.locator("pre").textContent();
    expect(text).toContain("POST https://your-app.metered.live/api/v1/token?secretKey=‹your secret key›");
    expect(text).toContain('"roomName": "hello"');
    expect(await page.locator('input[type="password"]').count()).toBe(0);
  });

  it("lets a refusal pass once somebody accepts what it costs, and takes that back", async () => {
    const page = await stage.open();
    await page.getByLabel("Meeting token").fill(token({ ...dailyClaims, eje: 600 }));
    await page.getByText("There is no token to show while any part is refused.").waitFor();
    await page.getByRole("button", { name: "Let it come out wider: longest stay" }).click();
    await page.getByRole("figure", { name: "Claims" }).waitFor();
    expect(await page.getByRole("figure", { name: "In your program" }).textContent()).toContain(
      'allowWidening: ["stay.maxSeconds"]',
    );
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText("There is no token to show while any part is refused.").waitFor();
  });
});

describe.skipIf(!hasChromium)("what was decided for one token", () => {
  it("does not hold for the next", async () => {
    const page = await stage.open();
    await page.getByLabel("Meeting token").fill(token({ ...dailyClaims, eje: 600 }));
    await page.getByRole("button", { name: "Let it come out wider: longest stay" }).click();
    await page.getByRole("button", { name: "Take back" }).waitFor();
    await page.getByLabel("Meeting token").fill(token({ ...dailyClaims, r: "other-room", eje: 600 }));
    await page.getByRole("heading", { name: "Story Teller → “other-room”" }).waitFor();
    await page.getByText("There is no token to show while any part is refused.").waitFor();
    expect(await page.getByRole("button", { name: "Take back" }).count()).toBe(0);
  });
});

// Texts follow each other in one page, as they do when somebody pastes one after the other.
describe.skipIf(!hasChromium)("what cannot be read at once", () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.open();
  });

  it("asks whose token it is where two vendors are equally possible, and reads it as the one that was chosen", async () => {
    await page.getByLabel("Examples").selectOption("ambiguous");
    await page.getByText("Vendor not clear").waitFor();
    await page.getByLabel("Read as").selectOption("livekit");
    await page.getByText("LiveKit, chosen by you").waitFor();
    await page.getByRole("region", { name: "Claim by claim" }).getByText("Names the account").waitFor();
  });

  it("says what it would be read as where another vendor was chosen than the one that was detected", async () => {
    await page.getByLabel("Examples").selectOption("daily-guide");
    await page.getByLabel("Read as").selectOption("videosdk");
    await page.getByText("Left to itself the page reads it as Daily’s.").waitFor();
  });

  it("signs nothing in place of a token that is to be refused, though it could be read", async () => {
    await page.getByLabel("Examples").selectOption("livekit-plain");
    await page.getByRole("heading", { name: "Bob → “standup”" }).waitFor();
    await page.getByRole("tab", { name: "Daily" }).click();
    await page.getByText("Sign it with your key").waitFor();
    await page.getByLabel("Examples").selectOption("unsigned");
    await page.getByText("Refuse it").first().waitFor();
    await page.getByRole("figure", { name: "Claims" }).waitFor();
    expect(await page.getByText("Sign it with your key").count()).toBe(0);
    await page.getByText("nothing is signed here").waitFor();
  });

  it("calls a claim that it cannot read no unknown one", async () => {
    await page.getByLabel("Examples").selectOption("milliseconds");
    const row = page.getByRole("region", { name: "Claim by claim" }).getByRole("row", { name: "o" });
    await row.getByText("What it says cannot be read").waitFor();
  });

  it("tells everything that is wrong with a broken token, with place and cure, and decodes the rest", async () => {
    await page.getByLabel("Examples").selectOption("cut");
    const broken = page.getByRole("region", { name: "This cannot be read as a token" });
    await broken.waitFor();
    expect(await broken.textContent()).toMatch(/three parts[\s\S]*token\.not-canonical[\s\S]*"nbf":1548721569/);
  });

  it("takes a token that is dropped anywhere, as text and as a file", async () => {
    const drop = (asFile: boolean): Promise<void> =>
      page.evaluate(
        ([text, isFile]) => {
          const data = new DataTransfer();
          if (isFile) data.items.add(new File([text], "token.txt", { type: "text/plain" }));
          else data.setData("text/plain", text);
          document.querySelector("footer")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
        },
        [token({ ...dailyClaims, u: asFile ? "From File" : "From Text" }), asFile] as const,
      );
    await drop(false);
    await page.getByRole("heading", { name: "From Text → “story-room”" }).waitFor();
    await drop(true);
    await page.getByRole("heading", { name: "From File → “story-room”" }).waitFor();
  });
});
