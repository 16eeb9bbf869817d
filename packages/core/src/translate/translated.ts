import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { Grant } from "../grant/grant.js";
import type { Remedy } from "./remedy.js";
import type { ReportEntry } from "./report.js";

/** A translation that passed: what the new token says, and what became of everything the old one said. */
export interface Translated<Vendor extends string = string, Properties = unknown> {
  /** The vendor that it was translated to. */
  readonly vendor: Vendor;
  /** The new token in its vendor's documented words; `provider.issue(moved)` mints exactly these. */
  readonly properties: Properties;
  /** The wire claims; only when the target is a provider that signs, since only it knows the account. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** What the new token states, read back from what was encoded. */
  readonly grant: Grant;
  /** Field by field, what became of what the source said; what was kept exactly only with `includeExact`. */
  readonly report: readonly ReportEntry[];
  /** What the client has to pass to the new vendor's SDK, by its option names. */
  readonly join: Readonly<Record<string, unknown>>;
  /** Settings that the room needs at the new vendor. */
  readonly roomRequirements: readonly Remedy[];
  /** The same data as `properties`, with what is unknown. */
  readonly native: Native<Properties>;
  /** The account that it was translated for, where known. */
  readonly tenant?: string;
}

/** What `translate` compared, with the adapter that it was encoded by and read back with. */
const translations = new WeakMap<object, AnyAdapter>();

/** Freezes a translation and records by which adapter it was compared. */
export function markTranslated<Result extends Translated>(result: Result, adapter: AnyAdapter): Result {
  translations.set(result, adapter);
  return Object.freeze(result);
}

/** Whether this value came out of `translate`; a look-alike has not been compared with anything. */
export function isTranslated(value: unknown): value is Translated {
  // What is no object is in no WeakMap.
  return translations.has(value as object);
}

/** Whether it was compared by this very adapter: another one of the same name may have read back less than it says. */
export function isTranslatedBy(translated: Translated, adapter: AnyAdapter): boolean {
  return translations.get(translated) === adapter;
}
