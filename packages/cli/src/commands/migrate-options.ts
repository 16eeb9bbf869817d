import type { Command } from "commander";
import { type CommonOptions, withCredentials, withFile, withOutput } from "../options/common.js";
import type { PolicyOptions } from "../options/policy.js";
import { vendorNames } from "../vendors/vendors.js";
import { withPolicy } from "./translate-options.js";

export interface MigrateOptions extends CommonOptions, PolicyOptions {
  readonly from?: string;
  readonly to?: string;
  readonly output?: string;
  readonly rejects?: string;
  readonly journal?: string;
  readonly restart?: true;
  readonly workers?: string;
  readonly report?: true;
  readonly quiet?: true;
  readonly method?: string;
  readonly trustUnverified?: true;
  readonly remote?: true;
  readonly rate?: string;
  readonly queue?: string;
  readonly queueName?: string;
  readonly queueSilence?: string;
  readonly queueWorker?: true;
}

const help = `
Each line is a token, a token as a JSON string, or an object with a member
"token"; other members go to the new line unchanged. A line that is refused goes
to the rejects with its reason and costs no other line.

With --output a run that was stopped or killed goes on when the same command is
given again, and loses and doubles nothing. What goes to standard output cannot
be resumed.

With --queue the chunks wait in Redis for workers: the same command on any
number of machines, with --queue-worker. Chunks hold tokens until they are done.
A name and a password for Redis come from REDIS_USERNAME and REDIS_PASSWORD.

Exits with 0 when every token was moved, with 1 when lines were refused, with 3
when the vendor failed, with 130 when it was stopped before the end.

Examples:
  roompass migrate --from daily --to videosdk < tokens.ndjson > out.ndjson
  roompass migrate --from daily --to livekit --file tokens.ndjson --output out
  roompass migrate --from metered --to daily --remote --file a --output b`;

/** Everything that `migrate` can be told. */
export function addMigrateOptions(command: Command): Command {
  command
    .option("--from <vendor>", `where the tokens come from (${vendorNames.join(", ")})`)
    .option("--to <vendor>", "where they are to go");
  withCredentials(withOutput(withFile(command)))
    .option("--output <file>", "where the new tokens go (default: standard output)")
    .option("--rejects <file>", "where refused lines go (default: OUTPUT.rejects)")
    .option("--journal <file>", "what is done, for a run that goes on (OUTPUT.journal)")
    .option("--restart", "begin anew: replace output, rejects and journal")
    .option("--workers <number>", "threads (default: one for each processor)")
    .option("--report", "count report entries in each line, by kind")
    .option("--quiet", "no progress and no summary")
    .option("--method <way>", "how new tokens are issued: sign or request");
  command
    .optionsGroup("What cannot be verified here:")
    .option("--trust-unverified", "take it all the same")
    .option("--remote", "ask the vendor")
    .option("--rate <number>", "requests to vendors a second (10)");
  command
    .optionsGroup("Several machines:")
    .option("--queue <url>", "redis://host:6379, rediss://... or unix:///path")
    .option("--queue-name <name>", "for more than one run at a time (roompass-migrate)")
    .option("--queue-silence <seconds>", "after which a worker's chunk is another's (30)")
    .option("--queue-worker", "work on the queue's chunks until stopped");
  return withPolicy(command).addHelpText("after", help);
}
