import type { Native } from "../adapter/native.js";
import type { Grant } from "../grant/grant.js";
import type { Remedy } from "./remedy.js";
import type { ReportEntry } from "./report.js";

/** A translation that passed: what the new token says, and what became of everything the old one said. */
export interface Translated<Vendor extends string = string, Properties = unknown> {
  readonly vendor: Vendor;
  /** The new token in its vendor's documented words; `provider.issue(moved)` mints exactly these. */
  readonly properties: Properties;
  /** The wire claims; only when the target is a provider that signs, since only it knows the account. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** What the new token states, read back from what was encoded. */
  readonly grant: Grant;
  readonly report: readonly ReportEntry[];
  /** What the client has to pass to the new vendor's SDK, by its option names. */
  readonly join: Readonly<Record<string, unknown>>;
  /** Settings that the room needs at the new vendor. */
  readonly roomRequirements: readonly Remedy[];
  readonly native: Native<Properties>;
  /** The account that it was translated for, where known. */
  readonly tenant?: string;
}

const translations = new WeakSet<object>();

/** Freezes a translation and records that it was compared. */
export function markTranslated<Result extends Translated>(result: Result): Result {
  translations.add(result);
  return Object.freeze(result);
}

/** Whether this value came out of `translate`; a look-alike has not been compared with anything. */
export function isTranslated(value: unknown): value is Translated {
  return typeof value === "object" && value !== null && translations.has(value);
}
