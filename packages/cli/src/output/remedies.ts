import type { Refusal, Remedy } from "@roompass/core";
import { printable } from "./printable.js";
import { shellWord } from "./shell.js";

/** The two vendors of a translation, by their short names. */
export interface Direction {
  readonly from: string;
  readonly to: string;
}

/** `{ moderate: { media: true }, record: true }` as `moderate.media,record`; JSON where that does not say it all. */
function rightsWord(value: unknown): string {
  const names: string[] = [];
  const collect = (members: object, prefix: string): boolean =>
    Object.entries(members).every(([name, member]) => {
      if (member === true) return names.push(prefix + name) > 0;
      return typeof member === "object" && member !== null && !Array.isArray(member)
        ? collect(member, `${prefix}${name}.`)
        : false;
    });
  const isPlain = typeof value === "object" && value !== null && collect(value, "");
  return isPlain ? names.join(",") : JSON.stringify(value);
}

function roomMapWord(refusal: Pick<Refusal, "from">): string {
  return typeof refusal.from === "string" ? `${printable(refusal.from)}=NEW` : "OLD=NEW";
}

function policyFlag(setting: string, value: unknown, refusal: Pick<Refusal, "from">): string | undefined {
  const list = Array.isArray(value) ? value.map((item) => printable(String(item))).join(",") : "PATH";
  switch (setting) {
    case "narrow.room":
      return "--room NAME";
    case "narrow.expiresAt":
      return "--expires-in 1h";
    case "narrow.participant.id":
      return "--participant-id ID";
    case "rooms.map":
      return `--room-map ${shellWord(roomMapWord(refusal))}`;
    case "allowWidening":
      return `--allow-widening ${shellWord(list)}`;
    case "ignoreUnknown":
      return `--ignore-unknown ${shellWord(list)}`;
    case "vouch":
      return `--vouch ${shellWord(printable(rightsWord(value)))}`;
    case "allowNoExpiry":
      return "--allow-no-expiry";
    case "strict":
      return undefined;
    default:
      return setting.startsWith("narrow.")
        ? `--narrow '{"${printable(setting.slice("narrow.".length))}": …}'`
        : undefined;
  }
}

/** The option of `roompass translate` that applies a remedy; `undefined` where none does. */
export function remedyFlag(remedy: Remedy, direction: Direction, refusal: Pick<Refusal, "from">): string | undefined {
  const { where, vendor, setting, value } = remedy;
  if (where === "policy") return policyFlag(setting, value, refusal);
  if (where !== "room" || value === undefined) return undefined;
  const option = vendor === direction.to ? "--target-room" : vendor === direction.from ? "--source-room" : undefined;
  return option === undefined ? undefined : `${option} ${shellWord(printable(JSON.stringify({ [setting]: value })))}`;
}

const places: Readonly<Record<Exclude<Remedy["where"], "policy">, (setting: string, value: string) => string>> = {
  room: (setting, value) => `In the room: \`${setting}\`${value}`,
  client: (setting, value) => `In the client: pass \`${setting}\`${value}`,
  dashboard: (setting, value) => `In the dashboard: \`${setting}\`${value}`,
};

/** A remedy for a person, without the flag. */
export function remedyText(remedy: Remedy): string {
  const { where, setting, value } = remedy;
  if (where === "policy") return setting === "strict" ? "Leave out --strict" : `\`${setting}\``;
  // Some have a call of their server API where others have a setting.
  if (/^(?:GET|POST|PUT|PATCH|DELETE) /.test(setting)) return `By the vendor's server API: \`${printable(setting)}\``;
  const shown = value === undefined ? "" : ` = ${printable(JSON.stringify(value))}`;
  return places[where](printable(setting), shown);
}

/** Flags of one kind put together: `--allow-widening a` and `--allow-widening b` become `--allow-widening a,b`. */
export function joinFlags(flags: readonly string[]): string[] {
  const values = new Map<string, string[]>();
  const others: string[] = [];
  for (const flag of flags) {
    const match = /^(--(?:allow-widening|vouch|ignore-unknown)) ([\w.,-]+)$/.exec(flag);
    if (match?.[1] === undefined || match[2] === undefined) {
      if (!others.includes(flag)) others.push(flag);
      continue;
    }
    const known = values.get(match[1]) ?? [];
    values.set(match[1], [...new Set([...known, ...match[2].split(",")])]);
  }
  return [...[...values].map(([option, list]) => `${option} ${list.join(",")}`), ...others];
}
