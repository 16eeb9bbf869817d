import type { Command } from "commander";
import { type CommonOptions, withCredentials, withInput, withOutput } from "../options/common.js";
import type { PolicyOptions } from "../options/policy.js";
import { vendorNames } from "../vendors/vendors.js";

export interface TranslateOptions extends CommonOptions, PolicyOptions {
  readonly to?: string;
  readonly issue?: true;
  readonly trustUnverified?: true;
  readonly includeExact?: true;
  readonly failOn?: string;
  readonly method?: string;
}

const help = `
Exits with 1 when the translation is refused, or when --fail-on says so. Each
refusal names the option that would let it pass. With --issue the token stands
alone on standard output, and the report goes to error output.

Examples:
  roompass translate eyJhbGci... --to videosdk --room-map a=2kyv-gzay-64pg
  roompass translate --file token.txt --to metered --issue
  roompass translate eyJhbGci... --to daily --vouch moderate --fail-on narrowed`;

/** The options that make a policy. */
export function withPolicy(command: Command): Command {
  command
    .optionsGroup("Policy, to give less:")
    .option("--room <name>", "good for this room only")
    .option("--expires-in <duration>", "ends no later than in 90s, 15m, 1h, 7d; without a unit: seconds")
    .option("--participant-id <id>", "bound to this participant")
    .option("--narrow <json|file>", "intersect with this partial grant")
    .option("--require <paths>", "refuse if one of these would be narrowed")
    .option("--strict", "refuse what would only be assumed or advisory")
    .option("--assume <what>", "documented-defaults (the default) or nothing");
  command
    .optionsGroup("Policy, what you know:")
    .option("--room-map <pairs|file>", "new names of rooms: OLD=NEW,OLD=NEW, or a JSON file")
    .option("--vouch <rights>", "what the source's role really gives: moderate,record, or JSON")
    .option("--source-room <json|file>", "the real settings of the source's room")
    .option("--target-room <json|file>", "the real settings of the target's room")
    .option("--ignore-unknown <names>", "members of the source to pass over");
  return command
    .optionsGroup("Policy, to give more:")
    .option("--allow-widening <paths>", "rights that may come out wider; reported")
    .option("--allow-no-expiry", "a token that never expires may become another one");
}

/** Everything that `translate` can be told. */
export function addTranslateOptions(command: Command): Command {
  command.option("--to <vendor>", `where it is to go (${vendorNames.join(", ")}); always needed`);
  withCredentials(withOutput(withInput(command)))
    .option("--issue", "issue the new token, too")
    .option("--method <way>", "how the new token is issued: sign or request")
    .option("--trust-unverified", "take a source that was not verified")
    .option("--include-exact", "list what is kept exactly, too")
    .option("--fail-on <kind>", "exit with 1 on warning (assumed, advisory) or narrowed (narrowed, dropped)");
  return withPolicy(command).addHelpText("after", help);
}
