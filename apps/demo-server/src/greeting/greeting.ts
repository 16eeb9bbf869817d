import type { RunningServer } from "../run/start-server.js";
import type { VendorSetup } from "../vendors/vendor-setup.js";
import { curlLines, exportLine } from "./curl-lines.js";

function row(name: string, value: string): string {
  return `  ${name.padEnd(10)} ${value}`;
}

/** Those that are emulated, and one that signs with made-up keys alone: without them nobody could check its tokens. */
function emulatorLines(url: string, vendors: readonly VendorSetup[]): string[] {
  const emulated = vendors.filter(({ emulator, madeUp }) => emulator !== undefined || Object.keys(madeUp).length > 0);
  if (emulated.length === 0) return [];
  return [
    "Vendors on this machine, for your own back end. Their credentials are made up and end with the server:",
    "",
    ...emulated.flatMap(({ vendor, displayName, emulator, madeUp }) => [
      row(displayName, emulator === undefined ? "tokens only, no server of it" : `${url}/emulators/${vendor}`),
      ...Object.entries(madeUp).map(([name, value]) => row("", `${name}=${value}`)),
    ]),
    "",
  ];
}

function realLines(vendors: readonly VendorSetup[]): string[] {
  const real = vendors.filter(({ emulator, madeUp }) => emulator === undefined && Object.keys(madeUp).length === 0);
  if (real.length === 0) return [];
  const names = real.map(({ displayName }) => displayName).join(", ");
  return [`With your credentials, and so with your account: ${names}.`, ""];
}

/** What a person reads who started the server without configuring it. The only place where its key is ever shown. */
export function greeting({ url, key, metricsUrl, vendors, hasPage }: RunningServer): string {
  const lines = [
    "",
    "roompass is running, for this machine only.",
    "",
    row("Page", hasPage ? `${url}/` : "not built; npm run build makes it"),
    row("API", `${url}/docs`),
    ...(metricsUrl === undefined ? [] : [row("Metrics", metricsUrl)]),
    "",
    "Its key, shown this once. Paste this into another terminal:",
    "",
    `  ${exportLine(url, key ?? "")}`,
    "",
    "Then:",
    ...curlLines.flatMap(({ purpose, line }) => ["", `  # ${purpose}`, `  ${line}`]),
    "",
    ...emulatorLines(url, vendors),
    ...realLines(vendors),
    "Ctrl-C stops it.",
    "",
  ];
  return `${lines.join("\n")}\n`;
}
