import { type ReportEntry, rightPaths } from "@roompass/core";
import type { RightPath } from "@roompass/core/adapter";
import { type Action, actions, type Vendor, type Visit } from "../../src/index.js";
import { now } from "../over-http.js";
import { emulatorOf, type Moved } from "./sides.js";

type Path = RightPath | "entry" | "stay" | "participant.id" | "purpose" | "automation.record" | "automation.transcribe";

/** Where a report speaks of an action. */
export const pathOf: Readonly<Record<Action, Path>> = {
  join: "entry",
  ask: "entry",
  stay: "stay",
  "act as": "participant.id",
  "send audio": "rights.publish.microphone",
  "send video": "rights.publish.camera",
  "share screen": "rights.publish.screen",
  "share screen audio": "rights.publish.screenAudio",
  "send custom tracks": "rights.publish.custom",
  "send messages": "rights.publish.data",
  "receive audio": "rights.subscribe",
  "receive video": "rights.subscribe",
  "receive screen": "rights.subscribe",
  "receive screen audio": "rights.subscribe",
  "receive custom tracks": "rights.subscribe",
  "be seen": "rights.visible",
  "be hidden": "rights.visible",
  "mute others": "rights.moderate.media",
  "remove others": "rights.moderate.remove",
  "change rights": "rights.moderate.permissions",
  admit: "rights.admit",
  "record in the cloud": "rights.record",
  "record audio in the cloud": "rights.record",
  "record locally": "rights.record",
  "record raw tracks": "rights.record",
  stream: "rights.livestream",
  transcribe: "rights.transcribe",
  "records on join": "automation.record",
  "transcribes on join": "automation.transcribe",
  "call the API": "purpose",
};

const excusing = new Set<ReportEntry["kind"]>(["advisory", "assumed", "moved", "widened"]);

/** The paths of which the report itself says that nobody is sure, with folded ones written out. */
function excused(report: readonly ReportEntry[]): ReadonlySet<string> {
  const paths = report.flatMap(({ kind, path, covers }) => (excusing.has(kind) ? (covers ?? [path]) : []));
  const stays = paths.filter((path) => path.startsWith("stay.")).map(() => "stay");
  return new Set([...paths, ...stays]);
}

type Settings = NonNullable<Visit["roomSettings"]>;

/** Where and when both tokens are used. */
type Spot = Pick<Visit, "room" | "at" | "joinedAt" | "sender">;

const room = "room-a";

const spots: readonly Spot[] = [
  ...[now, now + 59, now + 61, now + 600, now + 3599, now + 3600, now + 1e8].map((at) => ({ room, at })),
  ...[now + 60, now + 300, now + 599, now + 600, now + 3600].map((at) => ({ room, at, joinedAt: now })),
  { room, at: now + 3600, joinedAt: now + 61 },
  { room: "room-b", at: now + 61 },
  { room, at: now + 61, sender: "u_2" },
];

export interface Gain {
  readonly action: Action;
  readonly spot: Spot;
  readonly reason: string;
}

export interface Sides {
  readonly from: Vendor;
  readonly to: Vendor;
  readonly rooms: Readonly<Record<Vendor, Settings>>;
  readonly oldRooms: Readonly<Record<Vendor, Settings>>;
  /** The id that the old token is bound to, or else any. */
  readonly participantId: string;
}

/** What somebody without a token may do there is no token's doing. */
async function freeAt(to: Vendor, visit: Visit): Promise<ReadonlySet<Action>> {
  const answers = await emulatorOf(to).allowsAll(visit);
  return new Set(actions.filter((action) => answers[action].allowed));
}

const known = new Map<string, Promise<ReadonlySet<Action>>>();

/** The same for every token, so it is asked once. */
function open(to: Vendor, visit: Visit): Promise<ReadonlySet<Action>> {
  const key = `${to} ${JSON.stringify(visit)}`;
  const found = known.get(key) ?? freeAt(to, visit);
  known.set(key, found);
  return found;
}

const rights: ReadonlySet<string> = new Set(rightPaths);

/** What the holder of the new token may do somewhere by that token. */
interface Use {
  readonly allowed: readonly Action[];
  /** Those of them that the holder of the old one may not do, or not for certain. */
  readonly gains: readonly Gain[];
}

const unused: Use = { allowed: [], gains: [] };

async function useAt(
  old: string,
  { token }: Moved,
  { from, to, rooms, oldRooms, participantId }: Sides,
  spot: Spot,
  asked: readonly Action[] = actions,
  as: string = participantId,
): Promise<Use> {
  const there = { ...spot, participantId: as, roomSettings: rooms[to] };
  const after = await emulatorOf(to).allowsAll({ ...there, token });
  const can = asked.filter((action) => after[action].allowed);
  if (can.length === 0) return unused;
  const free = await open(to, there);
  const allowed = can.filter((action) => !free.has(action));
  const before = await emulatorOf(from).allowsAll({
    ...spot,
    participantId: as,
    token: old,
    roomSettings: oldRooms[from],
  });
  // Between two vendors only what the old one documents counts; of one vendor the same silence means the same twice.
  const counts = (action: Action): boolean =>
    before[action].allowed && (from === to || before[action].basis === "documented" || !rights.has(pathOf[action]));
  const gained = can.filter((action) => !counts(action));
  // Whoever gets in, or stays, where the other does not, gains everything else by that alone.
  const first = (["ask", "stay"] as const).filter((action) => gained.includes(action));
  const gains = (first.length > 0 ? first.slice(0, 1) : gained)
    .filter((action) => !free.has(action))
    .map((action) => ({ action, spot, reason: `${after[action].reason} / ${before[action].reason}` }));
  return { allowed, gains };
}

/** A new token held against the old one. */
export interface Verdict {
  /** Every gain that the report does not speak of. */
  readonly gains: readonly Gain[];
  /** What the new token allows without the report speaking of it, as often as it was held against the old one. */
  readonly compared: readonly Action[];
}

export async function judge(old: string, moved: Moved, sides: Sides): Promise<Verdict> {
  // Whoever is bound to an id cannot act under another; everything else is asked with the id that the token has.
  const stranger = useAt(old, moved, sides, { room, at: now + 61 }, ["act as"], "u_9");
  const uses = await Promise.all([...spots.map((spot) => useAt(old, moved, sides, spot)), stranger]);
  const unsure = excused(moved.report);
  const isSure = (action: Action): boolean => !unsure.has(pathOf[action]);
  return {
    gains: uses.flatMap(({ gains }) => gains).filter(({ action }) => isSure(action)),
    compared: uses.flatMap(({ allowed }) => allowed).filter(isSure),
  };
}
