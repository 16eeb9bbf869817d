import type { IssueResult, Remedy } from "@roompass/core";
import { labelled } from "./layout.js";
import { printable, printableJson } from "./printable.js";
import { remedyText } from "./remedies.js";
import type { Screen } from "./screen.js";
import { localTime, relativeTime } from "./times.js";

/** When an issued token ends, for a person. */
export function expiryText({ expiresAt }: IssueResult<string, unknown>, { now, timeZone }: Screen): string {
  return expiresAt === null
    ? "It never expires."
    : `It is good until ${localTime(expiresAt, timeZone)} (${relativeTime(expiresAt, now)}).`;
}

/** What the client has to pass to the vendor's SDK beside the token. */
export function joinLines(join: Readonly<Record<string, unknown>>, screen: Screen): string[] {
  const rows = Object.entries(join).map(([name, value]) => [printable(name), printableJson(value)] as const);
  if (rows.length === 0) return [];
  return ["", screen.colours.heading("Pass to the client beside the token"), ...labelled(rows, screen.width)];
}

/** What the room needs at the vendor for the token to work, and to mean what it says. */
export function requirementLines(requirements: readonly Remedy[], screen: Screen): string[] {
  if (requirements.length === 0) return [];
  return [
    "",
    screen.colours.heading("The room needs"),
    ...requirements.map((remedy) => {
      const { where, setting, value } = remedy;
      const isSetting = where === "room" && value !== undefined;
      return `  ${isSetting ? `${printable(setting)} = ${printableJson(value)}` : remedyText(remedy)}`;
    }),
  ];
}
