import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rawRequest } from "../src/testing/raw-request.js";
import { startTestServer } from "../src/testing/start-test-server.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";

const policy = "default-src 'none'; script-src 'self'; connect-src 'none'; frame-ancestors 'none'";

function builtPage(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(folder, "assets", "index-DE5azmI4.js"), "export {};");
  writeFileSync(join(folder, "_headers"), `/*\n  Content-Security-Policy: ${policy}\n  Referrer-Policy: no-referrer\n`);
  return folder;
}

describe("the page", () => {
  it("is served at / with what its build says about it, and asked for every time", async () => {
    const server = await startTestServer({}, { pageFolder: builtPage() });
    const answer = await fetch(`${server.url}/`);
    expect(await answer.text()).toContain("<title>page</title>");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": expect.stringContaining("text/html"),
      "content-security-policy": policy,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    const known = `if-none-match: ${answer.headers.get("etag")}`;
    const again = await rawRequest(server.url, `GET / HTTP/1.1\r\nhost: x\r\n${known}\r\nconnection: close\r\n\r\n`);
    expect(again.status).toBe(304);
  });

  it("has files with a digest in their name, which are for ever", async () => {
    const server = await startTestServer({}, { pageFolder: builtPage() });
    const { headers, status } = await fetch(`${server.url}/assets/index-DE5azmI4.js`);
    expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(headers.get("content-type")).toContain("javascript");
  });

  it("is the new one after it was built again, with files of other names", async () => {
    const folder = builtPage();
    const server = await startTestServer({}, { pageFolder: folder });
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>built again</title>");
    writeFileSync(join(folder, "assets", "index-CrX3aq_9.js"), "export const again = true;");
    expect(await (await fetch(`${server.url}/`)).text()).toContain("<title>built again</title>");
    const answer = await fetch(`${server.url}/assets/index-CrX3aq_9.js`);
    expect([answer.status, await answer.text()]).toEqual([200, "export const again = true;"]);
  });

  it("shows nothing beside itself", async () => {
    const server = await startTestServer({}, { pageFolder: builtPage() });
    for (const path of [
      "/_headers",
      "/assets/",
      "/assets",
      "/../package.json",
      "/assets/%2e%2e/_headers",
      "/index.html.map",
    ]) {
      const { status, headers } = await fetch(server.url + path);
      expect([path, status, headers.get("content-type")]).toEqual([
        path,
        404,
        expect.stringContaining("application/problem+json"),
      ]);
    }
  });

  it("says so when it is not built", async () => {
    const server = await startTestServer();
    const answer = await fetch(`${server.url}/`);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "no-store"]);
    expect(await answer.text()).toContain("npm run build");
    expect((await fetch(`${server.url}/docs`)).status).toBe(200);
  });
});
