import { basename, relative, resolve } from "node:path";
import { type ExitCode, exitCodes, UsageError } from "../cli/exit-codes.js";
import type { InitialiseOptions, Io } from "../cli/io.js";
import { shellWord } from "../report/shell-word.js";
import { listVectorFiles } from "../vectors/read-vectors.js";
import { displayNameOf, skeletonFor } from "./skeleton.js";

const vendorName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws UsageError */
function vendorOf({ vendor }: InitialiseOptions, target: string): string {
  const name = vendor ?? basename(target);
  if (!vendorName.test(name) || name.length > 40 || name === "core") {
    throw new UsageError(
      vendor === undefined
        ? "The folder's name is no name for a vendor: give one, such as `--vendor acme`."
        : "`--vendor` takes a short name in lower case, such as `acme` or `acme-video`.",
    );
  }
  if (listVectorFiles().some((path) => path.startsWith(`vendor/${name}/`))) {
    throw new UsageError(
      `This package has vectors of ${name}, which the skeleton of a made-up vendor cannot pass. Begin under another name, ` +
        `such as \`--vendor my-${name}\`, and take this one when the claims are ${displayNameOf(name)}'s.`,
    );
  }
  return name;
}

/** What cannot be looked at for another reason than that it is not there is in the way too. */
async function isTaken(path: string, io: Io): Promise<boolean> {
  try {
    return await io.isThere(path);
  } catch {
    return true;
  }
}

function nextSteps(folder: string, vendor: string, paths: readonly string[]): string {
  const enter = folder === "" ? [] : [`    cd ${shellWord(folder)}`];
  return [
    `Written${folder === "" ? "" : ` to ${folder}`}:`,
    ...paths.map((path) => `    ${path}`),
    "",
    `It is a whole adapter of a vendor that does not exist, under the name ${displayNameOf(vendor)}, and it conforms:`,
    "",
    ...enter,
    "    npm install",
    "    npm run conformance",
    "    npm test",
    "",
    "Now make it the vendor's. Every place that says something about the vendor is marked `YOURS:`, and README.md has the",
    "order. Run `npm run conformance` after each. What the vendor's tokens cannot hold is `none` in src/capabilities.js;",
    "the suite then checks that it is refused. In CI:",
    "",
    "    - run: npx @roompass/conformance ./src/conformance.js --output reports",
    "",
  ].join("\n");
}

/**
 * Writes the skeleton of an adapter into a folder, under the name of its vendor, and says what comes next.
 *
 * @throws UsageError when a file of it is there already: then nothing is written.
 */
export async function initialise(folder: string, options: InitialiseOptions, io: Io): Promise<ExitCode> {
  const target = resolve(io.folder, folder);
  const vendor = vendorOf(options, target);
  const files = [...skeletonFor(vendor)];
  const taken: string[] = [];
  for (const [path] of files) if (await isTaken(resolve(target, path), io)) taken.push(path);
  if (taken.length > 0) {
    throw new UsageError(
      `Nothing was written, because these are there already: ${taken.join(", ")}. Name another folder, such as ` +
        `\`${io.commandName} init ./roompass-${vendor}\`.`,
    );
  }
  for (const [path, text] of files) await io.writeText(resolve(target, path), text);
  io.stdout(
    nextSteps(
      relative(io.folder, target),
      vendor,
      files.map(([path]) => path),
    ),
  );
  return exitCodes.conformant;
}
