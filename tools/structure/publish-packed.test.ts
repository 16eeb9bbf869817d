// Packing and publishing, as the workflow does it, in a made-up checkout in which nothing is installed, and with a made-up npm
// on this machine.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isThorough } from "../enumerations.ts";
import { dependenciesFirst } from "../release/packed.mjs";
import { distTagOf } from "../release/releases.mjs";
import { root } from "./workspace.ts";

const TOKEN = "TEST-ONLY-token";
const KIT = "@made-up/kit";
const ADAPTER = "@made-up/adapter";
const COMMAND = "made-up";

/** By their folders, whose names are in another order than what they need. */
const PACKAGES = {
  a: { name: COMMAND, version: "2.0.0-next.1", dependencies: { [ADAPTER]: "^1.1.0" } },
  b: { name: ADAPTER, version: "1.1.0", dependencies: { [KIT]: "^1.0.0" } },
  c: { name: KIT, version: "1.0.0" },
  d: { name: "@made-up/released", version: "3.0.0" },
  e: { name: "@made-up/own", version: "1.0.0", private: true },
};

interface Version {
  readonly dist: { readonly integrity: string };
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly integrity: string;
}

/** What npm would send when it publishes, as far as it matters here. */
interface Publication {
  readonly name: string;
  readonly access: string;
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, Version>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

const held = new Map<string, Record<string, Version>>();
const failing = new Set<string>();
let put: Publication[] = [];
let refused: string[] = [];
let credentials = new Set<string | undefined>();

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let text = "";
  for await (const part of request) text += part;
  return text;
}

const npm = createServer(async (request, response) => {
  const text = await textOf(request);
  const name = decodeURIComponent((request.url ?? "").slice(1));
  credentials.add(request.headers.authorization);
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (request.method !== "PUT") {
    const versions = held.get(name);
    if (versions === undefined) return answer(404, { error: "Not found" });
    return answer(200, { name, versions, "dist-tags": { latest: Object.keys(versions).at(-1) } });
  }
  if (failing.has(name)) {
    refused.push(name);
    return answer(503, { error: "Later" });
  }
  const publication = JSON.parse(text) as Publication;
  put.push(publication);
  held.set(name, { ...held.get(name), ...publication.versions });
  return answer(201, { ok: true });
});

let folder = "";
let checkout = "";
let packed: readonly Packed[] = [];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}

/** Nothing of this machine's: no setting and no token of npm, no proxy, and nothing that a build server says of itself. */
function environment(): Record<string, string> {
  const address = `127.0.0.1:${(npm.address() as AddressInfo).port}`;
  writeFileSync(join(folder, "npmrc"), `//${address}/:_authToken=${TOKEN}\n`);
  const kept = ["PATH", "Path", "SystemRoot", "npm_execpath"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    NPM_CONFIG_REGISTRY: `http://${address}/`,
    NPM_CONFIG_USERCONFIG: join(folder, "npmrc"),
    NPM_CONFIG_GLOBALCONFIG: join(folder, "none"),
    NPM_CONFIG_CACHE: join(folder, "cache"),
    NPM_CONFIG_FETCH_RETRIES: "0",
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
    NPM_CONFIG_PROVENANCE: "false",
  };
}

function command(script: string, args: readonly string[], more: Record<string, string> = {}) {
  const env = { ...environment(), ...more };
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(
      process.execPath,
      [`tools/release/${script}`, ...args],
      { cwd: checkout, env },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      },
    );
  });
}

/** A folder with all the tarballs, and with a list of some of them. */
function folderOf(name: string, list: readonly Packed[]): string {
  const place = join(folder, name.replaceAll(" ", "-"));
  cpSync(join(checkout, "reports/packed"), place, { recursive: true });
  writeFileSync(join(place, "packed.json"), JSON.stringify(list));
  return place;
}

const publish = (where = "reports/packed", more?: Record<string, string>) =>
  command("publish-packed.mjs", [where], more);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "roompass-publish-"));
  checkout = join(folder, "checkout");
  for (const path of ["scripts/lib", "tools/packed", "tools/release"]) {
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  }
  write("package.json", '{ "private": true, "type": "module", "workspaces": ["packages/*"] }\n');
  for (const [name, manifest] of Object.entries(PACKAGES)) {
    const scripts = { prepack: "exit 1", prepare: "exit 1", publish: "exit 1", postpublish: "exit 1" };
    write(`packages/${name}/package.json`, JSON.stringify({ ...manifest, files: ["dist"], scripts }));
    write(`packages/${name}/dist/index.js`, `export const name = ${JSON.stringify(manifest.name)};\n`);
  }
  const git = (...args: string[]): unknown => {
    const settings = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.com", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...settings, ...args], { cwd: checkout });
  };
  git("init", "--quiet", "--initial-branch=main");
  git("add", "packages");
  git("commit", "--quiet", "--message=begin");
  git("tag", "@made-up/released@3.0.0");
  git("remote", "add", "origin", checkout);
  await new Promise<void>((resolve) => npm.listen(0, "127.0.0.1", resolve));
  const { code, output } = await command("pack.mjs", ["reports/packed"]);
  expect(code, output).toBe(0);
  packed = JSON.parse(readFileSync(join(checkout, "reports/packed/packed.json"), "utf8")) as Packed[];
});

afterAll(() => {
  npm.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  held.clear();
  failing.clear();
  put = [];
  refused = [];
  credentials = new Set();
});

describe.runIf(isThorough)("packing", () => {
  it("packs what was not released, dependencies first, and says what it packed", () => {
    expect(packed.map(({ name, version }) => `${name}@${version}`)).toEqual([
      `${KIT}@1.0.0`,
      `${ADAPTER}@1.1.0`,
      `${COMMAND}@2.0.0-next.1`,
    ]);
    for (const { file, integrity } of packed) {
      expect(existsSync(join(checkout, "reports/packed", file)), file).toBe(true);
      expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    }
  });

  it("mixes with nothing that was packed before", async () => {
    const { code, output } = await command("pack.mjs", ["reports/packed"]);
    expect(code).not.toBe(0);
    expect(output).toContain("is not empty");
  });

  it("puts a package after what it needs, however far away, and ends where two need each other", () => {
    const order = (manifests: { name: string; dependencies?: object; peerDependencies?: object }[]): string[] =>
      dependenciesFirst(manifests.map((manifest) => ({ manifest }))).map(({ manifest }) => manifest.name);
    const needs = (name: string, ...others: string[]) => ({
      name,
      dependencies: Object.fromEntries(others.map((other) => [other, "1"])),
    });
    expect(order([needs("a", "c", "elsewhere"), needs("b"), needs("c", "d"), needs("d")])).toEqual([
      "d",
      "c",
      "a",
      "b",
    ]);
    expect(order([{ name: "a", peerDependencies: { b: "1" } }, { name: "b" }])).toEqual(["b", "a"]);
    expect(order([needs("a", "b"), needs("b", "a")])).toEqual(["b", "a"]);
  });
});

describe.runIf(isThorough)("publishing what was packed", () => {
  it("passes over what is there, publishes in order, stops at a failure, and goes on from there", async () => {
    held.set(KIT, { "1.0.0": { dist: { integrity: packed[0]?.integrity ?? "" } } });
    failing.add(ADAPTER);
    const first = await publish();
    expect(first.code, first.output).not.toBe(0);
    expect(first.output).toContain(`${KIT}@1.0.0 is at npm already`);
    expect(first.output).toContain(`${ADAPTER}@1.1.0 was not published, and none after it.`);
    expect(refused).toEqual([ADAPTER]);
    expect(put).toEqual([]);

    failing.clear();
    const rest = packed.slice(1);
    const second = await publish(folderOf("the rest", rest));
    expect(second.code, second.output).toBe(0);
    expect(second.output).toContain("2 of 2 packages published.");
    expect(put.map(({ name, versions }) => `${name}@${Object.keys(versions)}`)).toEqual([
      `${ADAPTER}@1.1.0`,
      `${COMMAND}@2.0.0-next.1`,
    ]);
    // What arrived is the tarball that was packed, for everybody, under the tag that its version is for.
    for (const [index, { version, integrity, file }] of rest.entries()) {
      expect(put[index]?.versions[version]?.dist.integrity).toBe(integrity);
      const sent = Object.values(put[index]?._attachments ?? {}).map(({ data }) => data);
      expect(sent).toEqual([readFileSync(join(checkout, "reports/packed", file)).toString("base64")]);
      expect(put[index]?.access).toBe("public");
    }
    expect(put.map((one) => one["dist-tags"])).toEqual([{ latest: "1.1.0" }, { next: "2.0.0-next.1" }]);
    expect(credentials).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  it("publishes nothing where npm has another package under one of these versions", async () => {
    const other = `sha512-${"A".repeat(86)}==`;
    held.set(ADAPTER, { "1.1.0": { dist: { integrity: other } } });
    const { code, output } = await publish(folderOf("replaced", packed.slice(0, 2)));
    expect(code).toBe(1);
    expect(output).toContain(`${ADAPTER}@1.1.0: npm has ${other}, and packed was ${packed[1]?.integrity}.`);
    expect(output).toContain("run the failed jobs of that run again");
    expect(put).toEqual([]);
  });

  it("publishes nothing where a tarball says another name of itself than the list", async () => {
    const [kit, adapter] = packed as [Packed, Packed];
    const swapped = [{ ...kit, file: adapter.file, integrity: adapter.integrity }];
    const { code, output } = await publish(folderOf("swapped", swapped));
    expect(code).toBe(1);
    expect(output).toContain(`${adapter.file} is not of ${KIT}@1.0.0.`);
    expect(put).toEqual([]);
  });

  it("publishes nothing where npm does not say what it has", async () => {
    held.set(KIT, { "1.0.0": { dist: {} } } as never);
    const { code, output } = await publish();
    expect(code).not.toBe(0);
    expect(output).toContain(`npm did not say whether it has ${KIT}@1.0.0`);
    expect(put).toEqual([]);
  });

  it("asks for provenance unless told otherwise, which nothing on this machine can give", async () => {
    const { code, output } = await publish(folderOf("vouched for", packed.slice(0, 1)), { NPM_CONFIG_PROVENANCE: "" });
    expect(code).not.toBe(0);
    expect(output).toMatch(/provenance/i);
    expect(put).toEqual([]);
  });

  it.each<[string, (list: Packed[], place: string) => unknown, RegExp]>([
    [
      "a tarball that is not what was packed",
      (list, place) => writeFileSync(join(place, list[2]?.file ?? ""), "other"),
      /made-up-2\.0\.0-next\.1\.tgz is sha512-\S+, and was packed as sha512-/,
    ],
    ["a tarball that is not there", (list, place) => rmSync(join(place, list[0]?.file ?? "")), /there is no file/],
    [
      "a file from elsewhere",
      (list) => list.splice(0, 1, { ...(list[0] as Packed), file: "../../package.json" }),
      /there is no file \.\.\/\.\.\/package\.json beside the list/,
    ],
    [
      "a version of another commit",
      (list) => list.splice(0, 1, { ...(list[0] as Packed), version: "1.0.1" }),
      /@made-up\/kit@1\.0\.1: no package of this commit/,
    ],
    [
      "a package that is not published",
      (list) => list.splice(0, 1, { ...(list[0] as Packed), name: "@made-up/own" }),
      /@made-up\/own@1\.0\.0: no package of this commit/,
    ],
  ])("does not ask npm at all with %s", async (name, change, expected) => {
    const list = [...packed];
    const place = folderOf(name, list);
    change(list, place);
    writeFileSync(join(place, "packed.json"), JSON.stringify(list));
    const { code, output } = await publish(place);
    expect(code).not.toBe(0);
    expect(output).toMatch(expected);
    expect(credentials.size).toBe(0);
  });

  it("has a tag of its own for what is no release yet", () => {
    expect(["1.0.0", "1.0.0-next.1", "1.0.0-rc", "1.0.0+build-7"].map(distTagOf)).toEqual([
      ...[undefined, "next", "rc", undefined],
    ]);
  });
});

describe.runIf(isThorough)("the releases", () => {
  it("are made with nothing installed, too", async () => {
    const git = (...args: string[]): unknown => execFileSync("git", args, { cwd: checkout });
    const tags = packed.map(({ name, version }) => `${name}@${version}`);
    for (const tag of tags) git("tag", tag);
    const { code, output } = await command("make-releases.mjs", []);
    git("tag", "--delete", ...tags);
    expect(code, output).toBe(0);
    expect(output).toContain("0 releases made.");
  });
});
