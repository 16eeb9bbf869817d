// A real Chromium with the built page, and what it did that it must not do.
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "./static-server.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const hasChromium: boolean = existsSync(executablePath);

/** Milliseconds; on a busy machine a step takes many times as long as on an idle one. */
const patience = 90_000;

/** On the build server nobody looks at what was left out. */
const mayLackChromium = process.env["CI"] !== "true";

export const wide = { width: 1280, height: 900 } as const;

export interface OpenOptions {
  /** What stands behind the page's address: `#grant=…`. */
  readonly fragment?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Stage {
  /**
   * The page as somebody finds it who opens it, in light colours. There is one for a file of tests, loaded anew each time:
   * a browser for itself costs three times as much. After each test it must not have made a request since it was loaded,
   * nor must the browser have had anything against it.
   */
  open(options?: OpenOptions): Promise<Page>;
  /** One that nobody watches, for a test that does what it must not; closed after the file. */
  openUnwatched(): Promise<{ readonly page: Page; readonly requests: readonly string[] }>;
  readonly server: StaticServer;
}

const contextOptions: BrowserContextOptions = {
  reducedMotion: "reduce",
  colorScheme: "light",
  viewport: wide,
  permissions: ["clipboard-read", "clipboard-write"],
};

let started: Promise<Browser> | undefined;

/** One browser for all files of a worker. It is told what to do through a pipe, and ends when the worker does. */
function sharedBrowser(): Promise<Browser> {
  // In containers there is often no other user and little shared memory.
  started ??= chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  return started;
}

/** Starts browser and server for a file of tests; says so out loud where there is no browser. */
export function makeStage(): Stage {
  const pages: Page[] = [];
  let server: StaticServer | undefined;
  let watched: Page | undefined;
  /** Requests since the page was loaded, and what the browser said against it: its policy, errors, warnings. */
  const faults: string[] = [];

  it("Chromium is there, where nobody looks at what was left out", () => {
    if (!hasChromium) console.warn(`SKIPPED: no browser at ${executablePath}; set CHROMIUM_PATH, or install chromium.`);
    expect(hasChromium || mayLackChromium).toBe(true);
  });

  beforeAll(async () => {
    if (hasChromium) server = await startStaticServer();
  });

  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await Promise.all(pages.map((page) => page.context().close()));
    await server?.close();
  });

  const isIcon = (url: string): boolean => url.startsWith(stage.server.url) && /\/assets\/icon-[\w-]+\.svg$/.test(url);

  async function newPage(): Promise<Page> {
    const context = await (await sharedBrowser()).newContext(contextOptions);
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(patience);
    return page;
  }

  async function load(page: Page, fragment = ""): Promise<void> {
    await page.goto(`${stage.server.url}${fragment}`, { waitUntil: "load" });
    await page.getByRole("heading", { level: 1 }).waitFor();
  }

  async function newWatchedPage(): Promise<Page> {
    const page = await newPage();
    page.on("console", (message) => {
      if (message.type() !== "log") faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("request", (request) => {
      // Browsers ask for the icon of a page when they like, and again for another fragment.
      if (!isIcon(request.url())) faults.push(`request: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        console.error(`policy violated: ${effectiveDirective} ${blockedURI}`);
      });
    });
    return page;
  }

  const stage: Stage = {
    get server() {
      if (server === undefined) throw new Error("The server has not been started.");
      return server;
    },
    async open({ fragment, viewport = wide } = {}) {
      watched ??= await newWatchedPage();
      expect(faults.splice(0)).toEqual([]);
      await watched.setViewportSize(viewport);
      await watched.emulateMedia({ colorScheme: "light" });
      // Going to another fragment alone loads nothing.
      if (fragment !== "" || watched.url().includes("#")) await watched.goto("about:blank");
      await load(watched, fragment);
      forgetLoading(faults, stage.server.url);
      return watched;
    },
    async openUnwatched() {
      const page = await newPage();
      await load(page);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      return { page, requests };
    },
  };
  return stage;
}

/** The page itself and its files are asked for while it is loaded; nothing else of what happened then is forgiven. */
function forgetLoading(faults: string[], url: string): void {
  const others = faults.filter((fault) => !fault.startsWith(`request: ${url}`));
  faults.splice(0, faults.length, ...others);
}
