import type {
  Authority,
  CaptureMode,
  Ceiling,
  ReadContext,
  RightPath,
  Rights,
  RoomSettings,
  StatedReading,
  SubscribeSelection,
} from "@roompass/core/adapter";
import { isWithheld, type Outcome, verdictOf } from "../order/index.js";
import { isCapture, type ReferenceProperties, type Switch, switchOf, switchPaths } from "./properties.js";

/**
 * What holds when a switch is left out: what one sends and receives is allowed, and whoever is inside answers those who
 * ask to enter; what else one does to others is not. Who records is the room's matter.
 */
export const silence: Readonly<Record<RightPath, StatedReading>> = {
  "rights.publish.microphone": "default(allow)",
  "rights.publish.camera": "default(allow)",
  "rights.publish.screen": "default(allow)",
  "rights.publish.screenAudio": "default(allow)",
  "rights.publish.custom": "default(allow)",
  "rights.publish.data": "default(allow)",
  "rights.subscribe": "default(allow)",
  "rights.visible": "default(allow)",
  "rights.moderate.media": "default(deny)",
  "rights.moderate.remove": "default(deny)",
  "rights.moderate.permissions": "default(deny)",
  "rights.admit": "default(allow)",
  "rights.record": "unknown",
  "rights.livestream": "default(deny), liftable",
  "rights.transcribe": "default(deny)",
};

/** The room's setting `recording`, where it is known, decides for tokens that are silent about it. */
function silenceIn(path: RightPath, { room }: ReadContext): StatedReading {
  if (path !== "rights.record") return silence[path];
  const setting = room?.["recording"];
  return setting === "everyone" ? "default(allow)" : setting === "nobody" ? "default(deny)" : silence[path];
}

const recordingSettings: ReadonlySet<unknown> = new Set([undefined, null, "everyone", "nobody"]);

/** The setting that `silenceIn` reads, where its value is none of the vendor's. */
export const unreadableSettings = ({ recording }: RoomSettings): readonly string[] =>
  recordingSettings.has(recording) ? [] : ["recording"];

/** Whether a selection lets anything through for anybody. */
function letsThrough({ base, byParticipantId = {} }: SubscribeSelection): boolean {
  return [base, ...Object.values(byParticipantId)].some((said) =>
    typeof said === "boolean" ? said : Object.values(said).includes(true),
  );
}

function readingOf(said: Switch): StatedReading {
  if (typeof said === "boolean") return said ? "allow" : "deny";
  return !("base" in said) || letsThrough(said) ? "allow" : "deny";
}

/** What each right reads as, with the modes and the selection of those that are allowed in part. */
export function readRights(
  { can = {} }: ReferenceProperties,
  context: ReadContext,
): Pick<Authority, "rights" | "modes" | "subscribeSelection"> {
  const rights = {} as Record<RightPath, StatedReading>;
  const modes: { [path in RightPath]?: readonly CaptureMode[] } = {};
  for (const path of switchPaths) {
    const said = can[switchOf[path]];
    rights[path] = said === undefined ? silenceIn(path, context) : readingOf(said);
    if (Array.isArray(said)) modes[path] = said as readonly CaptureMode[];
  }
  const receive = can.receive;
  const selects = typeof receive === "object" && rights["rights.subscribe"] === "allow";
  return {
    rights,
    ...(Object.keys(modes).length === 0 ? {} : { modes }),
    ...(selects ? { subscribeSelection: receive as SubscribeSelection } : {}),
  };
}

/** Only what the token states. */
export function statedRights({ can }: ReferenceProperties): Rights | undefined {
  if (can === undefined) return undefined;
  const rights: Record<string, unknown> = {};
  for (const path of switchPaths) {
    const said = can[switchOf[path]];
    if (said === undefined) continue;
    const [, group = "", kind] = path.split(".");
    rights[group] = kind === undefined ? said : { ...(rights[group] as object | undefined), [kind]: said };
  }
  return rights as Rights;
}

const powersOverOthers: ReadonlySet<RightPath> = new Set([
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
]);

const worth: Readonly<Record<Outcome, number>> = {
  equal: 6,
  assumed: 5,
  advisory: 4,
  moved: 3,
  narrowed: 2,
  wider: 0,
  incomparable: 0,
};
const worthOfWantedWidening = 2.5;
const worthOfChance = 1.5;
const worthOfWidening = 1;

const isStated = (reading: StatedReading): boolean => ["allow", "deny", "deny, liftable", "possible"].includes(reading);

/** How much of what the ceiling allows a reading keeps; nothing that goes beyond it is worth anything. */
function worthOf(ceiling: Ceiling, path: RightPath, reading: StatedReading): number {
  const source = ceiling.rights[path];
  const { sameVendor, samePlace } = ceiling;
  const verdict = verdictOf(source, reading, { sameVendor, samePlace, assumesNothing: ceiling.assume === "nothing" });
  if (verdict === "wider") {
    if (!ceiling.allowWidening.has(path)) return 0;
    return source === "possible" ? worthOfWantedWidening : worthOfWidening;
  }
  // Nobody is made a moderator by a setting that nobody knows.
  const isChance = ceiling.purpose === "translate" && powersOverOthers.has(path);
  const isOpen = reading !== "allow" && reading !== "default(allow)" && !isWithheld(reading);
  return isChance && isOpen && verdict !== "equal" ? worthOfChance : worth[verdict];
}

const likeness = (source: StatedReading, reading: StatedReading): number =>
  (isStated(source) === isStated(reading) ? 1 : 0) + (source === reading ? 1 : 0);

/** As much as the ceiling allows, no more than a part of it where it allows only a part. */
function allowanceOf(ceiling: Ceiling, path: RightPath): Switch {
  if (ceiling.rights[path] !== "allow") return true;
  if (path === "rights.subscribe") return ceiling.subscribeSelection ?? true;
  return isCapture(path) ? (ceiling.modes?.[path] ?? true) : true;
}

/** The switch that keeps most without going beyond the ceiling; among equals the one most like the source. */
function choose(ceiling: Ceiling, path: RightPath, context: ReadContext): Switch | undefined {
  const allowance = allowanceOf(ceiling, path);
  const ways: readonly (readonly [Switch | undefined, StatedReading])[] = [
    [undefined, silenceIn(path, context)],
    [allowance, readingOf(allowance)],
    [false, "deny"],
  ];
  const source = ceiling.rights[path];
  let best = ways[2] as (typeof ways)[number];
  for (const way of ways) {
    const [mine, other] = [worthOf(ceiling, path, way[1]), worthOf(ceiling, path, best[1])];
    if (mine > other || (mine === other && likeness(source, way[1]) > likeness(source, best[1]))) best = way;
  }
  return best[0];
}

/** All switches for a ceiling. */
export function writeRights(ceiling: Ceiling, context: ReadContext): Pick<ReferenceProperties, "can"> {
  const can = switchPaths
    .map((path) => [switchOf[path], choose(ceiling, path, context)] as const)
    .filter(([, said]) => said !== undefined);
  return can.length === 0 ? {} : { can: Object.fromEntries(can) };
}
