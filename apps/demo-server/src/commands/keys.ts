import { parseArgs } from "node:util";
import { type CallerPolicy, createCallerKey } from "@roompass/service";
import { callerLine, secretDigest } from "../callers/caller-schema.js";
import { CommandError } from "./command-error.js";
import type { Output } from "./output.js";

export const keysUsage = `keys create --id <name> --providers <list> [options]   make a key and its line for the keys file
keys secret --id <name> [--until <instant>]            make another secret for a key that exists

  --providers <list>     daily,metered,videosdk,livekit
  --room <name>          a room that may be opened; may be given several times
  --room-prefix <text>   every room whose name begins like this
  --any-room             every room
  --participant <id>     who may be let in; may be given several times (default: anybody)
  --max-seconds <n>      the longest life of a token (default 3600)
  --rights <json>        the highest rights, as in a grant (default: {"publish":true,"subscribe":true})
  --operations <list>    issue,verify,translate,invite (default: the first three)
  --until <instant>      when the key ends, such as 2027-01-01T00:00:00Z (default: never)

The line goes to the standard output, the key itself to the standard error, once:
  node apps/demo-server/dist/main.js keys create --id web --providers daily --room standup >> keys.ndjson
`;

const options = {
  id: { type: "string" },
  providers: { type: "string" },
  room: { type: "string", multiple: true },
  "room-prefix": { type: "string", multiple: true },
  "any-room": { type: "boolean" },
  participant: { type: "string", multiple: true },
  "max-seconds": { type: "string" },
  rights: { type: "string" },
  operations: { type: "string" },
  until: { type: "string" },
} as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : "The arguments cannot be read.");
  }
}

type Values = ReturnType<typeof read>;

function listOf(text: string): string[] {
  return text.split(",").map((item) => item.trim());
}

function roomsOf(values: Values): CallerPolicy["rooms"] {
  const rooms = [
    ...(values.room ?? []).map((name) => ({ name })),
    ...(values["room-prefix"] ?? []).map((prefix) => ({ prefix })),
    ...(values["any-room"] === true ? [{ any: true as const }] : []),
  ];
  if (rooms.length === 0) throw new CommandError("Say which rooms: --room, --room-prefix or --any-room.");
  return rooms;
}

function rightsOf({ rights = '{"publish":true,"subscribe":true}' }: Values): CallerPolicy["rights"] {
  try {
    return JSON.parse(rights) as CallerPolicy["rights"];
  } catch {
    throw new CommandError("--rights is no JSON.");
  }
}

function policyOf(values: Values): CallerPolicy {
  if (values.providers === undefined) throw new CommandError("Say which vendors: --providers daily,videosdk.");
  return {
    ...(values.operations === undefined
      ? {}
      : { operations: listOf(values.operations) as NonNullable<CallerPolicy["operations"]> }),
    providers: listOf(values.providers),
    rooms: roomsOf(values),
    maxSeconds: Number(values["max-seconds"] ?? "3600"),
    rights: rightsOf(values),
    participants: values.participant === undefined ? { any: true } : { ids: values.participant },
  };
}

/** The same check as when the file is read, so that no line is printed that would be refused then. */
function checked<Part extends object>(schema: typeof callerLine | typeof secretDigest, part: Part): Part {
  const { success, error } = schema.safeParse(part);
  if (success) return part;
  throw new CommandError(error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}

function endOf({ until }: Values): { readonly notAfter?: string } {
  return until === undefined ? {} : { notAfter: until };
}

/** `keys create` and `keys secret`. */
export async function runKeys([action, ...args]: readonly string[], { out, say }: Output): Promise<void> {
  if (action !== "create" && action !== "secret") throw new CommandError(keysUsage);
  const values = read(args);
  if (values.id === undefined || !/^[A-Za-z0-9_-]{1,64}$/.test(values.id)) {
    throw new CommandError("--id takes 1 to 64 of A-Z, a-z, 0-9, _ and -.");
  }
  const { id, key, sha256 } = await createCallerKey(values.id);
  if (action === "secret") {
    out(`${JSON.stringify(checked(secretDigest, { sha256, ...endOf(values) }))}\n`);
    say(
      `The key, shown this once:\n${key}\nIts digest belongs into the \`secretDigests\` of ${id}, beside the old one.\n`,
    );
    return;
  }
  const policy = policyOf(values);
  out(`${JSON.stringify(checked(callerLine, { id, secretDigests: [{ sha256 }], ...endOf(values), policy }))}\n`);
  say(`The key, shown this once:\n${key}\n`);
}
