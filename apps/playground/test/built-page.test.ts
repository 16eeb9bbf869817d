// The built page as files: what is in it, how large it is, and what it is allowed to do.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { metaPolicy, securityHeaders } from "../security-headers.ts";
import { dist } from "./support/paths.ts";

const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$|_headers$/.test(name));
const page = readFileSync(join(dist, "index.html"), "utf8");
const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

it("has at most 200 kB of JavaScript, compressed", () => {
  const scripts = files.filter((name) => name.endsWith(".js"));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.info(`JavaScript of the page: ${kilobytes(total)} kB compressed, in ${scripts.length} file(s)`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(total).toBeLessThan(200_000);
});

it("consists of a page and files that carry a hash in their names", () => {
  const others = files.filter((name) => !/^assets[\\/][\w-]+-[\w-]{8}\.(?:js|css|svg)$/.test(name));
  expect(others.sort()).toEqual(["_headers", "index.html"]);
});

it("has no inline script, no inline style and no address of anybody else's", () => {
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.filter((address) => !address?.startsWith("./assets/"))).toEqual([]);
});

it("says in the page itself what it may do, before anything that it loads", () => {
  const written = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page);
  expect(written?.[1]?.replaceAll("&#39;", "'")).toBe(metaPolicy);
  expect(written?.index).toBeLessThan(page.indexOf("<script"));
  for (const directive of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) {
    expect(metaPolicy).toContain(directive);
  }
  expect(metaPolicy).not.toMatch(/unsafe|https?:|\*/);
});

it("brings the headers along for hosts that read them from a file", () => {
  const text = readFileSync(join(dist, "_headers"), "utf8");
  for (const [name, value] of Object.entries(securityHeaders)) expect(text).toContain(`  ${name}: ${value}\n`);
});

it("loads nothing later: no request, no worker, no storage is in its code", () => {
  const code = files.filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(dist, name), "utf8"));
  const text = code.join("\n");
  for (const word of ["XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "serviceWorker", "import("]) {
    expect(text.includes(word), word).toBe(false);
  }
  expect(text).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
});
