import { type RightsInput, rightPaths } from "@roompass/core";
import { nearestName } from "@roompass/core/kit";
import { CommandError } from "../failures/command-error.js";
import { parseJson } from "../input/json-text.js";
import { readList } from "./common.js";

type Members = { [name: string]: true | { [name: string]: true } };

const names = rightPaths.map((path) => path.slice("rights.".length));
const parents = ["publish", "moderate"];

function add(members: Members, name: string): void {
  const [group = "", kind] = name.split(".");
  const known = members[group];
  if (kind === undefined || known === true) members[group] = true;
  else members[group] = { ...known, [kind]: true };
}

/** What the source's role really gives: `moderate,record`, `moderate.media`, or the rights as JSON. */
export function readVouch(value: string): RightsInput {
  if (value.trimStart().startsWith("{")) return parseJson(value, "The value of `--vouch`") as RightsInput;
  const members: Members = {};
  for (const item of readList(value, "--vouch")) {
    const name = item.replace(/^rights\./, "");
    if (!names.includes(name) && !parents.includes(name)) {
      const near = nearestName(name, [...parents, ...names]);
      throw new CommandError("command.usage", "`--vouch` names a right that does not exist.", {
        path: "--vouch",
        cure: `${near === undefined ? "" : `Did you mean \`${near}\`? `}The rights are ${[...parents, ...names].join(", ")}.`,
      });
    }
    add(members, name);
  }
  return members;
}
