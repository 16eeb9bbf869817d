import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { Configuration } from "./configuration.js";
import { ConfigurationError } from "./configuration-error.js";
import { readConfiguration } from "./read-configuration.js";

const longestFileBytes = 65_536;

/** `NAME=value` lines. Node's reader skips a line that is none; a secret that was typed wrongly must not vanish. */
function parseLines(text: string): NodeJS.Dict<string> {
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*(?:#|$)/.test(line) || /^\s*(?:export\s+)?\w+\s*=/.test(line)) return;
    const message = `line ${index + 1} of the file is no NAME=value`;
    throw new ConfigurationError([{ name: "ROOMPASS_CONFIG_FILE", message }]);
  });
  return parseEnv(text);
}

async function readLines(path: string): Promise<NodeJS.Dict<string>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    const message = "the file cannot be read";
    throw new ConfigurationError([{ name: "ROOMPASS_CONFIG_FILE", message }]);
  }
  if (text.length <= longestFileBytes) return parseLines(text);
  throw new ConfigurationError([{ name: "ROOMPASS_CONFIG_FILE", message: "the file is longer than 64 KiB" }]);
}

/**
 * The configuration of this process: from the environment, and from a file where it names one.
 *
 * @throws ConfigurationError With everything that is wrong.
 */
export async function loadConfiguration(environment: NodeJS.ProcessEnv): Promise<Configuration> {
  const path = environment["ROOMPASS_CONFIG_FILE"];
  return readConfiguration(environment, path === undefined || path === "" ? {} : await readLines(path));
}
