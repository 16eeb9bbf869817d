import type { Command } from "commander";

/**
 * What an option of one command is called in another, and what people write in their place, in the order in which to look
 * for them: a command that has the first one means that.
 */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "--from": ["--provider", "--old-provider"],
  "--provider": ["--from", "--old-provider"],
  "--source": ["--from", "--provider", "--old-provider"],
  "--vendor": ["--provider", "--from", "--old-provider"],
  "--to": ["--new-provider"],
  "--target": ["--to", "--new-provider"],
  "--input": ["--file"],
  "--in": ["--file"],
  "--token": ["--file"],
  "--out": ["--output"],
  "--keys": ["--credentials"],
  "--env": ["--credentials"],
  "--env-file": ["--credentials"],
  "--participant": ["--participant-id"],
  "--participant-id": ["--participant"],
  "--user": ["--participant", "--participant-id"],
  "--expires": ["--expires-in"],
  "--expiry": ["--expires-in"],
  "--ttl": ["--expires-in"],
  "--dry-run": ["--plan"],
  "--threads": ["--workers"],
  "--resume": ["--output"],
  "--force": ["--restart"],
  "--overwrite": ["--restart"],
  "--no-verify": ["--trust-unverified"],
  "--unverified": ["--trust-unverified"],
};

/** What only one command has another way of saying. */
const ownWays: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  issue: {
    "--to": "`roompass issue` calls it `--provider`.",
    "--from": "`roompass issue` makes a new token: name its vendor with `--provider`.",
  },
  emulate: {
    "--provider": "The vendor is the argument: `roompass emulate daily`.",
    "--vendor": "The vendor is the argument: `roompass emulate daily`.",
    "--from": "The vendor is the argument: `roompass emulate daily`.",
  },
  compare: {
    "--provider": "`roompass compare` takes two tokens: name their vendors with `--old-provider` and `--new-provider`.",
    "--file": "`roompass compare` takes two: `roompass compare @old.txt @new.txt`.",
  },
  translate: {
    "--output": "The answer goes to standard output: with `--issue` send it to a file with `> FILE`.",
    "--out": "The answer goes to standard output: with `--issue` send it to a file with `> FILE`.",
    "--remote": "`roompass verify --remote` asks the vendor; then translate with `--trust-unverified`.",
  },
  verify: {
    "--to": "`roompass verify` changes nothing; `roompass translate` takes `--to`.",
    "--trust-unverified": "`roompass inspect` reads a token without verifying it.",
  },
  inspect: {
    "--to": "`roompass inspect` changes nothing; `roompass translate` takes `--to`.",
    "--credentials": "`roompass inspect` needs no key; `roompass verify` checks the signature with yours.",
    "--trust-unverified": "Leave it out: `roompass inspect` verifies nothing.",
  },
  migrate: { "--issue": "Leave it out: `roompass migrate` issues every token that it moves." },
};

/** What to write in place of an option that a command does not have, as a sentence; `undefined` where nobody knows. */
export function optionElsewhere(option: string, command: Command): string | undefined {
  const own = ownWays[command.name()]?.[option];
  if (own !== undefined) return own;
  const known = new Set(command.options.map(({ long }) => long));
  const name = otherNames[option]?.find((other) => known.has(other));
  return name === undefined ? undefined : `\`roompass ${command.name()}\` calls it \`${name}\`.`;
}
