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
"token"; other members go to the new line unchanged.

No token gains a right, unless --allow-widening names it. The summary counts
what became of rights and other members: narrowed and dropped (less than
before), moved (decided outside the new token), assumed and advisory (rests on
what the vendors document), widened. What is kept is not counted. What two
vendors do to each other's tokens is told beforehand by
  roompass matrix --from daily --to videosdk

A line that is refused goes to the rejects with its number, a code, a message
and, of a translation, what would let it pass as data ("remedies"); it costs no
other line. The option that would let line 3 pass is told by
  sed -n 3p tokens.ndjson | roompass translate --provider daily --to videosdk
with the same policy. Where it names --allow-widening, that gives more rights to
every token of a run. With --restart everything is done again.

With --output a run that was stopped or killed goes on when the same command is
given again, and loses and doubles nothing. What goes to standard output cannot
be resumed. --json needs --output, and prints the summary.

With --queue the chunks wait in Redis for workers: the same command on any
number of machines, with --queue-worker. Chunks hold tokens until they are done.
A name and a password for Redis come from REDIS_USERNAME and REDIS_PASSWORD.

Exits with 0 when every token was moved, with 1 when lines were refused, with 2
when it was called wrongly, the input holds no token, or another run's files
would be touched, with 3 when the vendor or the queue failed, with 4 when
something could not be written, with 130 when it was stopped before the end.

Examples:
  roompass migrate --from daily --to videosdk < tokens.ndjson > out.ndjson
  roompass migrate --from daily --to videosdk --credentials keys.env \\
    --room-map rooms.json --file tokens.ndjson --output out.ndjson
  roompass migrate --from metered --to daily --remote --file a --output b`;

/** Everything that `migrate` can be told. */
export function addMigrateOptions(command: Command): Command {
  command
    .option("--from <vendor>", `where the tokens come from (${vendorNames.join(", ")})`)
    .option("--to <vendor>", "where they are to go");
  withCredentials(withOutput(withFile(command)))
    .option("--output <file>", "where the new tokens go (default: standard output)")
    .option("--rejects <file>", "where refused lines go (default: OUTPUT.rejects, or migrate-rejects.ndjson)")
    .option("--journal <file>", "how far it got, for going on (default: OUTPUT.journal)")
    .option("--restart", "begin anew: replace output, rejects and journal")
    .option("--workers <number>", "threads (default: one for each processor)")
    .option("--report", "add what became of rights to each line, counted")
    .option("--quiet", "no progress and no summary")
    .option("--method <way>", "how new tokens are issued: sign or request");
  command
    .optionsGroup("What cannot be verified here:")
    .option("--trust-unverified", "move it all the same")
    .option("--remote", "ask the vendor whether it is genuine")
    .option("--rate <number>", "at most so many requests to vendors a second (10)");
  command
    .optionsGroup("Several machines:")
    .option("--queue <url>", "redis://host:6379, rediss://... or unix:///path")
    .option("--queue-name <name>", "for more than one run at a time (roompass-migrate)")
    .option("--queue-silence <seconds>", "after which a worker's chunk is another's (30)")
    .option("--queue-worker", "work on the queue's chunks until stopped");
  return withPolicy(command).addHelpText("after", help);
}
