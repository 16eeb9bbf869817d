import type { RoomMap, TranslationPolicy } from "@roompass/core";
import { MigrateError } from "../migrate-error.js";
import type { MigrationSetup, Setup, SetupContext } from "../setup.js";
import { fingerprintOf } from "./fingerprint.js";
import { RateLimit } from "./rate-limit.js";

/** What is asked of every worker alike, and decides with the setup what comes out. */
export interface JobOptions {
  /** Unix seconds. */
  readonly now: number;
  /** Hexadecimal; makes the fingerprints of one run unlike those of another. */
  readonly salt: string;
  /** Adds the number of report entries, by kind, to each output line. */
  readonly report: boolean;
  /** Longest line that is read, in bytes. */
  readonly lineBytes: number;
  /** Between how many threads the requests of a second are divided. */
  readonly threads: number;
}

/** A setup that was checked, with what its requests share. Made once for each worker. */
export interface Job extends MigrationSetup {
  readonly options: JobOptions;
  readonly policy: TranslationPolicy;
  readonly limit: RateLimit;
  /** Whether a line may lead to a request: then many are worked on at once. */
  readonly asks: boolean;
  /** Tells one run from another: vendors, accounts, policy, options, and the secrets by a keyed digest. */
  readonly fingerprint: string;
}

function refuse(message: string, cure: string): never {
  throw new MigrateError("migrate.setup", message, cure);
}

/**
 * A table of rooms is checked once and then only looked up: read anew for each token, a large one would cost more than
 * all the rest.
 */
function checkedMap(map: RoomMap, normalize: (room: string) => string): RoomMap {
  if (typeof map === "function") return map;
  const table = new Map(Object.entries(map));
  const targets = [...table.values()];
  if (!targets.every((room) => typeof room === "string" && room !== "")) {
    refuse("`rooms.map` has a room whose new name is not a text.", "Give each room a new name.");
  }
  if (new Set(targets.map(normalize)).size < targets.length) {
    refuse("`rooms.map` turns two rooms into one.", "Give each room a name of its own.");
  }
  return (room) => table.get(room);
}

function withCheckedMap(policy: TranslationPolicy, { to }: MigrationSetup): TranslationPolicy {
  const { rooms } = policy;
  if (rooms?.map === undefined) return policy;
  return { ...policy, rooms: { ...rooms, map: checkedMap(rooms.map, to.adapter.normalizeRoom) } };
}

function checkSetup(setup: MigrationSetup): void {
  if (typeof setup?.from?.adapter?.vendor !== "string" || typeof setup.to?.issue !== "function") {
    refuse("The setup has no `from` and `to`.", "Return `{ from, to }`, two providers, from `setup`.");
  }
  if (setup.unverifiable === "ask" && typeof setup.validate !== "function") {
    refuse("`unverifiable` is `ask`, and there is no `validate` to ask with.", "Give the provider's call that asks.");
  }
}

/** @throws MigrateError `migrate.setup`; whatever the setup itself throws. */
export async function createJob(setup: Setup, data: SetupContext["data"], options: JobOptions): Promise<Job> {
  const given = await setup({ now: options.now, data });
  checkSetup(given);
  const policy = given.policy ?? {};
  return {
    ...given,
    options,
    policy: withCheckedMap(policy, given),
    limit: new RateLimit((given.requestsPerSecond ?? 10) / options.threads),
    asks: given.unverifiable === "ask" || given.to.method === "request",
    fingerprint: fingerprintOf(given, options),
  };
}
