import type { RoomSettings } from "../adapter/adapter.js";
import type { PublishKind } from "../grant/grant.js";
import { publishKinds, type ToyProperties } from "./toy-properties.js";

/**
 * A second opinion on the toy vendors: what somebody with such a token can do, read from the vendor's documents and not
 * from its adapter, and a small order on it. It shares no code with the order that it checks.
 */
export type Can = "yes" | "no" | "yes by default" | "no by default" | "open";

export interface Powers {
  /** The room, or `undefined` for every room of the account. */
  readonly room: string | undefined;
  readonly account: string | undefined;
  /** The one person that can use it. */
  readonly person: string | undefined;
  readonly from: number;
  readonly until: number;
  readonly walksIn: boolean;
  readonly startsRecording: boolean;
  readonly can: Readonly<Record<string, Can>>;
}

export interface OracleVendor {
  /** No token of this vendor says what its holder sends. */
  readonly everybodySends?: boolean;
}

const said = (on: boolean | undefined, silent: Can): Can => (on === undefined ? silent : on ? "yes" : "no");

export function powersOf(properties: ToyProperties, room?: RoomSettings, vendor: OracleVendor = {}): Powers {
  const setting = room?.["recording"];
  const silentRecording = setting === "everyone" ? "yes by default" : setting === "nobody" ? "no by default" : "open";
  const sends = publishKinds.map((kind: PublishKind): [string, Can] => {
    const on = vendor.everybodySends === true ? undefined : properties.send?.[kind];
    return [`rights.publish.${kind}`, said(on, "yes by default")];
  });
  return {
    room: properties.room,
    account: properties.account,
    person: properties.user,
    from: properties.nbf ?? 0,
    until: properties.exp ?? Number.POSITIVE_INFINITY,
    walksIn: properties.ask !== true,
    startsRecording: properties.autoRecord === true,
    can: {
      ...Object.fromEntries(sends),
      "rights.moderate.media": properties.host === true ? "yes" : "no by default",
      "rights.moderate.remove": properties.host === true ? "yes" : "no by default",
      "rights.record": said(properties.record, silentRecording),
    },
  };
}

/** The same powers when nothing is taken for granted that the token does not say. */
export function withoutAssumptions(powers: Powers): Powers {
  const can = Object.entries(powers.can).map(([path, value]): [string, Can] => [
    path,
    value === "yes" || value === "no" ? value : "open",
  ]);
  return { ...powers, can: Object.fromEntries(can) };
}

function grows(before: Can, after: Can): boolean {
  if (after === "no" || after === "no by default") return false;
  if (after === "open") return before === "no";
  if (after === "yes by default") return before === "no" || before === "no by default";
  return before !== "yes" && before !== "yes by default";
}

export interface OracleContext {
  readonly now: number;
  /** Every room is the same rooms, and the same silence means the same. */
  readonly sameAccount: boolean;
}

/** What the second holder can do and the first could not. */
export function gains(before: Powers, after: Powers, { now, sameAccount }: OracleContext): string[] {
  const everyRoom = before.room === undefined && sameAccount;
  return [
    ...(everyRoom || (before.room !== undefined && before.room === after.room) ? [] : ["room"]),
    ...(before.person === undefined || before.person === after.person ? [] : ["participant.id"]),
    ...(Math.max(after.from, now) < Math.max(before.from, now) ? ["notBefore"] : []),
    ...(after.until > before.until ? ["expiresAt"] : []),
    ...(after.walksIn && !before.walksIn ? ["entry"] : []),
    ...(after.startsRecording && !before.startsRecording ? ["automation.record"] : []),
    ...Object.keys(before.can).filter((path) => {
      const [first, second] = [before.can[path] as Can, after.can[path] as Can];
      return !(sameAccount && first === second) && grows(first, second);
    }),
  ];
}

function keeps(before: Can, after: Can): number {
  if (after === "no" || after === "no by default") return before === "no" || before === "no by default" ? 2 : 0;
  return after === "open" && before === "yes" ? 1 : 2;
}

/** How much of the first one's powers the second one keeps, power by power. */
export function kept(before: Powers, after: Powers): number[] {
  return [
    Number(before.room === after.room),
    Number(before.person === after.person),
    Number(Math.max(after.from, before.from) === before.from),
    Number(after.until >= before.until),
    Number(after.walksIn || !before.walksIn),
    Number(after.startsRecording || !before.startsRecording),
    ...Object.keys(before.can).map((path) => keeps(before.can[path] as Can, after.can[path] as Can)),
  ];
}

/** Whether the first keeps at least as much everywhere and more somewhere. */
export function isStrictlyAbove(first: readonly number[], second: readonly number[]): boolean {
  return (
    first.every((value, index) => value >= (second[index] as number)) &&
    first.some((value, index) => value > (second[index] as number))
  );
}
