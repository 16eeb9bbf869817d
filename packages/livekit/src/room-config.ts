import type { Automation } from "@roompass/core/adapter";
import { isObject, plainForm } from "@roompass/core/kit";
import type { LivekitProperties } from "./properties.js";

type Config = LivekitProperties["roomConfig"];

function egressOf(roomConfig: Config): Readonly<Record<string, unknown>> | undefined {
  const egress = roomConfig?.["egress"];
  return isObject(egress) ? egress : undefined;
}

/** What starts by itself: a room that this participant opens with `egress` in its configuration is recorded. */
export function automationOf(roomConfig: Config): Automation | undefined {
  const egress = egressOf(roomConfig);
  return egress !== undefined && Object.keys(egress).length > 0 ? { record: {} } : undefined;
}

/** What LiveKit's own code takes for a credential inside `egress`, in any of proto JSON's spellings. */
const credentialNames: ReadonlySet<string> = new Set(["secret", "credentials", "accountkey", "streamoutputs"]);

function isFilled(value: unknown): boolean {
  return typeof value === "string" || Array.isArray(value) ? value.length > 0 : isObject(value);
}

/**
 * Whether the configuration holds storage keys or stream keys. Whoever has the token can read them, so LiveKit's Go
 * package refuses to mint such a token.
 */
export function holdsCredentials(roomConfig: Config): boolean {
  const open: unknown[] = [egressOf(roomConfig)];
  for (let part = open.pop(); part !== undefined || open.length > 0; part = open.pop()) {
    if (typeof part !== "object" || part === null) continue;
    for (const [name, value] of Object.entries(part)) {
      if (credentialNames.has(plainForm(name)) && isFilled(value)) return true;
      open.push(value);
    }
  }
  return false;
}
