// The reports of API Extractor: the public declarations of one entry as one sorted text, so that a change of what users
// compile against is seen as a difference. Types that are not exported but reached from what is are in it, without `export`.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { root } from "../../scripts/lib/run.mjs";
import { compilerOptions } from "./entries.mjs";

const folder = join(root, "node_modules", ".cache", "roompass", "api");

/** @param {import("./entries.mjs").Entry} entry */
function configuration({ directory, name, types }) {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, directory, "package.json"),
    configObject: {
      projectFolder: join(root, directory),
      mainEntryPointFilePath: types,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: [types] }, skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, "temporary"),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Notes carry line numbers, which would make a report differ where the API does not.
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" } },
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });
}

/** @param {{ logLevel: string, text: string, handled: boolean }} message */
function onlyErrors(message) {
  if (message.logLevel !== "error") message.handled = true;
}

/**
 * One program for all entries: reading the declarations takes longer than writing the reports.
 *
 * @param {readonly import("./entries.mjs").Entry[]} entries
 */
export function makeReports(entries) {
  mkdirSync(folder, { recursive: true });
  const configurations = entries.map(configuration);
  const compilerState = CompilerState.create(configurations[0], {
    additionalEntryPoints: entries.map(({ types }) => types),
  });
  const reports = new Map();
  for (const [index, config] of configurations.entries()) {
    const { succeeded } = Extractor.invoke(config, { localBuild: true, compilerState, messageCallback: onlyErrors });
    if (!succeeded) throw new Error(`No report could be made of ${entries[index]?.specifier}.`);
    const file = `${entries[index]?.name}.api.md`;
    reports.set(file, readFileSync(join(dirname(config.reportFilePath), file), "utf8"));
  }
  return { reports, program: compilerState.program };
}
