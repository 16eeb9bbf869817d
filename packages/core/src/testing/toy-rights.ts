import type { ReadContext } from "../adapter/adapter.js";
import type { Ceiling } from "../adapter/ceiling.js";
import type { StatedReading } from "../authority/authority.js";
import { chooseOption, type Option } from "../authority/choose-option.js";
import type { Grant, PublishKind, Rights } from "../grant/grant.js";
import type { RightPath } from "../grant/right-path.js";
import { publishKinds, type ToyProperties } from "./toy-properties.js";

/** What holds when a toy token says nothing. One row for each way in which silence can be read. */
export const silence: Readonly<Record<RightPath, StatedReading>> = {
  "rights.publish.microphone": "default(allow)",
  "rights.publish.camera": "default(allow)",
  "rights.publish.screen": "default(allow)",
  "rights.publish.screenAudio": "default(allow)",
  "rights.publish.custom": "default(allow)",
  "rights.publish.data": "default(allow)",
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.moderate.media": "default(deny)",
  "rights.moderate.remove": "default(deny)",
  "rights.moderate.permissions": "default(deny)",
  "rights.admit": "unknown",
  "rights.record": "unknown",
  "rights.livestream": "default(deny), liftable",
  "rights.transcribe": "ungoverned",
};

const hostRights = ["rights.moderate.media", "rights.moderate.remove"] as const;

const publishPath = (kind: PublishKind): RightPath => `rights.publish.${kind}`;

const said = (on: boolean): StatedReading => (on ? "allow" : "deny");

/** The room's setting, where it is known; it decides for tokens that are silent about recording. */
const recordingSettings: Readonly<Record<string, StatedReading>> = {
  everyone: "default(allow)",
  nobody: "default(deny)",
};

/** What each right reads as. */
export function readRights(
  properties: ToyProperties,
  context: ReadContext,
): Readonly<Record<RightPath, StatedReading>> {
  const readings: Record<RightPath, StatedReading> = { ...silence };
  for (const kind of publishKinds) {
    const on = properties.send?.[kind];
    if (on !== undefined) readings[publishPath(kind)] = said(on);
  }
  if (properties.host === true) for (const path of hostRights) readings[path] = "allow";
  readings["rights.record"] =
    properties.record === undefined
      ? (recordingSettings[String(context.room?.["recording"])] ?? silence["rights.record"])
      : said(properties.record);
  return readings;
}

/** Only what the token states. */
export function statedRights(properties: ToyProperties): Rights | undefined {
  const rights: Rights = {
    ...(properties.send === undefined ? {} : { publish: properties.send }),
    ...(properties.host === true ? { moderate: { media: true, remove: true } } : {}),
    ...(properties.record === undefined ? {} : { record: properties.record }),
  };
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** A switch can stay silent, allow, or deny; silence comes first, so that it wins among equals. */
function chooseSwitch(ceiling: Ceiling, path: RightPath, context: ReadContext): boolean | undefined {
  const silent: Option<boolean | undefined> = {
    choice: undefined,
    readings: { [path]: readRights({}, context)[path] },
  };
  const allow: Option<boolean | undefined> = { choice: true, readings: { [path]: "allow" } };
  const deny: Option<boolean | undefined> = { choice: false, readings: { [path]: "deny" } };
  // The switch for recording means every mode, so a right to some modes cannot be written.
  const isWhole = path !== "rights.record" || ceiling.modes?.[path] === undefined;
  return chooseOption(ceiling, isWhole ? [silent, allow, deny] : [silent, deny]).choice;
}

function chooseHost(ceiling: Ceiling): true | undefined {
  const readings = (reading: StatedReading): Option<unknown>["readings"] =>
    Object.fromEntries(hostRights.map((path) => [path, reading]));
  return chooseOption<true | undefined>(ceiling, [
    { choice: undefined, readings: readings("default(deny)") },
    { choice: true, readings: readings("allow") },
  ]).choice;
}

/** The switches and the role that keep most without going beyond the ceiling. */
export function writeRights(ceiling: Ceiling, context: ReadContext): Pick<ToyProperties, "send" | "host" | "record"> {
  const send = publishKinds
    .map((kind) => [kind, chooseSwitch(ceiling, publishPath(kind), context)] as const)
    .filter(([, on]) => on !== undefined);
  const host = chooseHost(ceiling);
  const record = chooseSwitch(ceiling, "rights.record", context);
  return {
    ...(host === undefined ? {} : { host }),
    ...(send.length === 0 ? {} : { send: Object.fromEntries(send) }),
    ...(record === undefined ? {} : { record }),
  };
}

/** Who has to be admitted: written only where the grant says it. */
export function writeEntry(entry: Grant["entry"]): Pick<ToyProperties, "ask"> {
  return entry === undefined ? {} : { ask: entry === "ask" };
}
