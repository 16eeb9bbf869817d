import { CommandError } from "../failures/command-error.js";
import { credentialNames } from "./credential-names.js";

const secretOption = /^--?(?:[a-z]+[-_])*(?:api[-_]?key|secret(?:[-_]?key)?|key|password|passphrase|pass)s?(?:=|$)/i;
const assignment = new RegExp(`^(?:--?)?(?:${credentialNames.join("|").replaceAll("_", "[-_]")})(?:=|$)`, "i");

/**
 * Refuses a key on the command line before anything else looks at the arguments, so that nothing can repeat it: what
 * stands there is visible to every user of the machine and stays in the shell's history.
 */
export function refuseSecretArguments(argv: readonly string[]): void {
  const end = argv.indexOf("--");
  const options = end === -1 ? argv : argv.slice(0, end);
  if (!options.some((argument) => secretOption.test(argument) || assignment.test(argument))) return;
  throw new CommandError("command.secret-on-command-line", "Keys and secrets are not taken from the command line.", {
    cure:
      `Set the environment (${credentialNames.join(", ")}) or give \`--credentials FILE\`. ` +
      "Arguments are visible to everybody on the machine and stay in the shell's history: if that was a real key, replace it.",
  });
}
