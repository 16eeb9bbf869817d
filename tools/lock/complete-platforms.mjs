// Completes package-lock.json for every platform.
//
// Some tools ship one optional package per operating system and processor. npm writes those into the lock file only when
// the server it talks to has all of them; a mirror with only this machine's binaries gives a lock file on which `npm ci`
// stops ("Missing: … from lock file"), here and on every other platform. This script adds the missing entries: the
// version is known from the parent package, the platform from the name. npm adds the integrity hash at its next full
// install. Run it after `npm install` when the structure check asks for it: node tools/lock/complete-platforms.mjs
// For the lock file of another folder: node tools/lock/complete-platforms.mjs tools/runtimes
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../", import.meta.url));
const lockFile = `${folder}/package-lock.json`;
const SYSTEMS = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  android: "android",
  freebsd: "freebsd",
  openharmony: "openharmony",
};
const PROCESSORS = {
  64: "x64",
  x64: "x64",
  arm64: "arm64",
  aarch64: "arm64",
  arm: "arm",
  ia32: "ia32",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
};

function platformOf(name) {
  const words = name.split(/[/-]/);
  const system = words.map((word) => SYSTEMS[word]).find(Boolean);
  const processor = words.map((word) => PROCESSORS[word]).find(Boolean);
  if (system === undefined || processor === undefined)
    throw new Error(`No platform can be read from the name ${name}.`);
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { system, processor, libc };
}

function entryFor(name, version, parent) {
  const { system, processor, libc } = platformOf(name);
  return {
    version,
    cpu: [processor],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    os: [system],
    ...(parent.engines ? { engines: parent.engines } : {}),
  };
}

const lock = JSON.parse(readFileSync(lockFile, "utf8"));
const added = [];
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
    if (known) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version, parent);
    added.push(`${name}@${version}`);
  }
}
if (added.length > 0) {
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length === 0 ? "package-lock.json names every platform." : `Added ${added.join(", ")}.`);
