import type { Vendor } from "@roompass/emulators";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { type Running, startEmulator } from "../emulate/start.js";
import { callsOf, displayNameOf, environmentOf } from "../emulate/vendor-guide.js";
import { CommandError } from "../failures/command-error.js";
import { readChoice, readCount, readList } from "../options/common.js";
import { labelled, paragraph } from "../output/layout.js";
import type { Screen } from "../output/screen.js";

interface EmulateOptions {
  readonly port?: string;
  readonly appName?: string;
  readonly fault?: string;
  readonly json?: true;
}

const emulated = ["daily", "metered", "videosdk"] as const satisfies readonly Vendor[];
const highestPort = 65_535;
const testOnly = "Made up for this run and for tests only. They are shown this once and are gone when it ends.";

function readPort(value: string | undefined): number {
  const port = value === undefined ? 0 : readCount(value, "--port", 0, 8080);
  if (port <= highestPort) return port;
  throw new CommandError("command.usage", `\`--port\` takes a number up to ${highestPort}.`, {
    path: "--port",
    cure: "Leave it out for a port that is free.",
  });
}

function credentialsOf({ emulator }: Running): Readonly<Record<string, string>> {
  return environmentOf(emulator.vendor, emulator.credentials);
}

/** What the vendor's addresses begin with; the paths after it are the same here. */
function originOf({ emulator }: Running): string {
  return new URL(emulator.baseUrl).origin;
}

function startedLines(running: Running, screen: Screen, now: number): string[] {
  const { emulator, served } = running;
  const { colours, width } = screen;
  const calls = callsOf(emulator.vendor, served.url, now + 3600);
  return [
    colours.heading(`${displayNameOf(emulator.vendor)} on this machine: ${served.url}`),
    ...paragraph(`Give this address to your back end in place of ${originOf(running)}.`, width),
    "",
    colours.heading("Credentials"),
    ...paragraph(colours.caution(testOnly), width),
    ...Object.entries(credentialsOf(running)).map(([name, value]) => `  ${name}=${value}`),
    "",
    colours.heading("Try it: paste the lines above and these into another shell"),
    // Whole lines, however long, so that they can be copied.
    ...calls.map((call) => `  ${colours.command(call)}`),
    "",
    ...labelled(
      [
        ["join", "who gets in with a token"],
        ["allows", "what its holder may do"],
        ["Ctrl-C", "stops it"],
      ],
      width,
    ),
  ];
}

function startedJson(running: Running, faults: readonly string[]): unknown {
  const { emulator, served } = running;
  return {
    vendor: emulator.vendor,
    url: served.url,
    port: served.port,
    inPlaceOf: originOf(running),
    credentials: credentialsOf(running),
    note: testOnly,
    faults,
  };
}

function readVendor(name: string): Vendor {
  const vendor = name.trim().toLowerCase();
  if (vendor !== "livekit") return readChoice(vendor, "roompass emulate", emulated);
  throw new CommandError("command.usage", "LiveKit is not emulated: its own server is free and runs on this machine.", {
    path: "roompass emulate",
    cure: "Run `livekit-server --dev`; its key is `devkey`, its secret `secret`.",
  });
}

async function runEmulate(name: string, options: EmulateOptions, context: Context): Promise<void> {
  const vendor = readVendor(name);
  const faults = options.fault === undefined ? [] : readList(options.fault, "--fault");
  const { appName } = options;
  const { io } = context;
  const port = readPort(options.port);
  // Whoever stops it while it starts stops it, too.
  const stopped = io.untilStopped();
  const running = await startEmulator({ vendor, port, appName, faults, clock: () => io.clock() });
  try {
    if (options.json) context.json(startedJson(running, faults));
    else context.print(startedLines(running, context.screen(io.clock()), io.clock()));
    await stopped;
  } finally {
    await running.served.close();
  }
}

export function addEmulate(program: Command, context: Context): void {
  program
    .command("emulate")
    .summary("run a vendor on this machine, for tests")
    .description(
      "Serves a vendor's token endpoints and the check at the door of its rooms on this machine only, until it is " +
        "stopped. Nothing of the vendor's is contacted, and real keys are not used.",
    )
    .argument("<vendor>", emulated.join(", "))
    .option("--port <number>", "the port (default: one that is free)")
    .option("--app-name <name>", "Metered's app name (emulated)")
    .option("--fault <list>", "what goes wrong with every request, such as latency=200,server-error")
    .option("--json", "print one JSON document for scripts")
    .addHelpText(
      "after",
      "\nExits with 0 when it is stopped with Ctrl-C or SIGTERM, with 2 when the port is\ntaken.\n\n" +
        "Examples:\n  roompass emulate daily\n  roompass emulate metered --app-name my-app --fault latency=200",
    )
    .action((name: string, options: EmulateOptions) => runEmulate(name, options, context));
}
