import { CommandError } from "../failures/command-error.js";
import { jsonOption } from "../input/json-text.js";
import type { Io } from "../io.js";

const option = "--room-map";
const forms = "Give `OLD=NEW,OLD=NEW`, or a JSON object of old and new names, or a file that holds one.";

function refuse(message: string): never {
  throw new CommandError("command.usage", message, {
    path: option,
    cure: forms,
  });
}

function readPairs(value: string): Record<string, string> {
  const entries = value.split(",").map((pair) => {
    const [from, to, ...rest] = pair.split("=").map((name) => name.trim());
    if (from === undefined || to === undefined || from === "" || to === "" || rest.length > 0) {
      return refuse(`\`${option}\` has a pair that is not \`OLD=NEW\`.`);
    }
    return [from, to] as const;
  });
  if (new Set(entries.map(([from]) => from)).size < entries.length) refuse(`\`${option}\` names a room twice.`);
  return Object.fromEntries(entries);
}

/** New names for rooms: `a=b,c=d`, JSON, or a file. */
export async function readRoomMap(value: string, io: Io): Promise<Readonly<Record<string, string>>> {
  if (!value.startsWith("@") && !value.trimStart().startsWith("{") && value.includes("=")) return readPairs(value);
  const isBare = /^[\w-]+$/.test(value);
  const table = await jsonOption(value, option, io).catch((error: unknown) => {
    // A word alone is a room more often than the name of a file.
    throw isBare && error instanceof CommandError && error.code === "command.unreadable-file"
      ? new CommandError(error.code, error.message, { path: option, cure: forms })
      : error;
  });
  if (Object.values(table).every((name) => typeof name === "string" && name !== "")) {
    return table as Record<string, string>;
  }
  return refuse(`\`${option}\` has a room whose new name is not a text.`);
}
