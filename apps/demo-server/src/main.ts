import { AuditFileError } from "./audit/audit-file-error.js";
import { KeysFileError } from "./callers/parse-keys-file.js";
import { auditUsage, runAudit } from "./commands/audit.js";
import { CommandError } from "./commands/command-error.js";
import { runHealth } from "./commands/health.js";
import { keysUsage, runKeys } from "./commands/keys.js";
import type { Output } from "./commands/output.js";
import { runServe } from "./commands/serve.js";
import { ConfigurationError } from "./configuration/configuration-error.js";
import { showError } from "./logging/show-error.js";
import { StartError } from "./run/start-error.js";
import { RedisUnavailable } from "./store/connect-redis.js";

const usage = `Starts the server when there is no argument; everything else comes from the environment, see README.md.

${keysUsage}
${auditUsage}
health                                                 whether the server that is configured here is alive
`;

const output: Output = {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

/** Errors whose messages are for whoever started this, and hold nothing secret. */
const forPeople = [ConfigurationError, KeysFileError, AuditFileError, RedisUnavailable, StartError, CommandError];

async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === "--help" || command === "help" || args.includes("--help")) output.out(usage);
  else if (command === undefined) await runServe(output);
  else if (command === "keys") await runKeys(args, output);
  else if (command === "audit") return (await runAudit(args, output)) ? 0 : 1;
  else if (command === "health") return (await runHealth(process.env)) ? 0 : 1;
  else throw new CommandError(usage);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isForPeople = forPeople.some((kind) => error instanceof kind);
  const text = isForPeople && error instanceof Error ? error.message : `Failed: ${JSON.stringify(showError(error))}`;
  output.say(`${text.trimEnd()}\n`);
  process.exitCode = 2;
}
