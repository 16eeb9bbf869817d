import { type Grant, type GrantPath, grantPaths, RoompassError } from "@roompass/core";
import { readPath } from "@roompass/core/kit";
import type { PageVendor } from "../vendors/vendor.js";
import { failureOf } from "./failure.js";
import type { Outcome, OutcomeRow } from "./outcome.js";

/** One problem as `issue` lists them in `details.issues`. */
interface Problem {
  readonly path: string;
  readonly message: string;
  readonly cure: string;
  readonly remedy?: OutcomeRow["remedy"];
}

function problemsIn(error: unknown): readonly Problem[] {
  if (!RoompassError.isInstance(error)) return [];
  const issues = error.details?.["issues"];
  return Array.isArray(issues) ? (issues as Problem[]) : [];
}

/** Every path at which a grant says something. */
export function statedPaths(grant: Grant): GrantPath[] {
  return grantPaths.filter((path) => {
    // Joining rooms is what every token is for, unless it says otherwise.
    if (path === "purpose") return grant.purpose.join() !== "participant";
    return readPath(grant, path) !== undefined;
  });
}

function isToldBy(row: OutcomeRow, path: string): boolean {
  return row.path === path || row.covers?.includes(path) === true || path.startsWith(`${row.path}.`);
}

/** A grant in one vendor's form, with everything that its token has no place for, or that keeps it from being issued. */
export async function issueOutcome(grant: Grant, vendor: PageVendor, now: number): Promise<Outcome> {
  const paths = statedPaths(grant);
  try {
    const connection = vendor.standIn(now);
    const issued = await connection.issue(grant);
    const told = issued.report.map(
      ({ path, kind, reason, remedy, covers }): OutcomeRow => ({
        path,
        mark: kind,
        reason,
        ...(remedy === undefined ? {} : { remedy }),
        ...(covers === undefined ? {} : { covers }),
      }),
    );
    const kept = paths
      .filter((path) => !told.some((row) => isToldBy(row, path)))
      .map((path): OutcomeRow => ({ path, mark: "exact", reason: "" }));
    const { adapter } = vendor;
    const plan = connection.plan?.(grant);
    const content = {
      properties: issued.properties,
      ...(plan === undefined ? { claims: adapter.toClaims(issued.native) } : { plan }),
      join: adapter.join(grant),
      requirements: adapter.roomRequirements(issued.native),
    };
    return { vendor, rows: [...kept, ...told], content, failure: undefined };
  } catch (error) {
    const problems = problemsIn(error);
    if (problems.length === 0) return { vendor, rows: [], content: undefined, failure: failureOf(error) };
    const refused = problems.map(
      ({ path, message, cure, remedy }): OutcomeRow => ({
        path,
        mark: "refused",
        reason: message,
        cure,
        ...(remedy === undefined ? {} : { remedy }),
      }),
    );
    return { vendor, rows: refused, content: undefined, failure: undefined };
  }
}
