import type { Output } from "./commands/output.js";
import { showError } from "./logging/show-error.js";

const output: Output = {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

/** Errors whose messages are for whoever started this, and hold nothing secret. */
const forPeople: ReadonlySet<string> = new Set([
  "ConfigurationError",
  "KeysFileError",
  "AuditFileError",
  "RedisUnavailable",
  "StartError",
  "CommandError",
]);

async function usage(): Promise<string> {
  const [{ keysUsage }, { auditUsage }] = await Promise.all([
    import("./commands/keys.js"),
    import("./commands/audit.js"),
  ]);
  return `Starts the server when there is no argument; everything else comes from the environment, see README.md.

${keysUsage}
${auditUsage}
health                                                 whether the server that is configured here is alive
`;
}

/** Each command loads what it needs and no more: a container asks for its health every few seconds, with little time. */
async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === "--help" || command === "help" || args.includes("--help")) output.out(await usage());
  else if (command === undefined) await (await import("./commands/serve.js")).runServe(output);
  else if (command === "keys") await (await import("./commands/keys.js")).runKeys(args, output);
  else if (command === "audit") return (await (await import("./commands/audit.js")).runAudit(args, output)) ? 0 : 1;
  else if (command === "health") return (await (await import("./commands/health.js")).runHealth(process.env)) ? 0 : 1;
  else throw new (await import("./commands/command-error.js")).CommandError(await usage());
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isForPeople = error instanceof Error && forPeople.has(error.name);
  const text = isForPeople ? error.message : `Failed: ${JSON.stringify(showError(error))}`;
  output.say(`${text.trimEnd()}\n`);
  process.exitCode = 2;
}
