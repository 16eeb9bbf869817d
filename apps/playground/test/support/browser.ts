// A real Chromium with the built page, and what it did that it must not do.
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "./static-server.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const hasChromium: boolean = existsSync(executablePath);

/** Milliseconds; on a busy machine a step takes many times as long as on an idle one. */
const patience = 90_000;

/** On the build server nobody looks at what was left out. */
const mayLackChromium = process.env["CI"] !== "true";

export interface OpenPage {
  readonly page: Page;
  /** Requests since the page was loaded. */
  readonly requests: readonly string[];
  /** What the browser said against the page: violations of its policy, errors, warnings. */
  readonly complaints: readonly string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** What stands behind the page's address: `#grant=…`. */
  readonly fragment?: string;
}

export interface Stage {
  open(options?: OpenOptions): Promise<OpenPage>;
  readonly server: StaticServer;
}

/** Starts browser and server for a file of tests; says so out loud where there is no browser. */
export function makeStage(): Stage {
  let browser: Browser | undefined;
  let server: StaticServer | undefined;

  it("Chromium is there, where nobody looks at what was left out", () => {
    if (!hasChromium) console.warn(`SKIPPED: no browser at ${executablePath}; set CHROMIUM_PATH, or install chromium.`);
    expect(hasChromium || mayLackChromium).toBe(true);
  });

  beforeAll(async () => {
    if (!hasChromium) return;
    server = await startStaticServer();
    // In containers there is often no other user and little shared memory.
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    get server() {
      if (server === undefined) throw new Error("The server has not been started.");
      return server;
    },
    async open({ fragment = "", ...options } = {}) {
      if (browser === undefined || server === undefined) throw new Error("The browser has not been started.");
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() !== "log") complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
          console.error(`policy violated: ${effectiveDirective} ${blockedURI}`);
        });
      });
      await page.goto(`${server.url}${fragment}`, { waitUntil: "load" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      return { page, requests, complaints };
    },
  };
}
