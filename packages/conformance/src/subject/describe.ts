import { describeAdapter } from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";

/** What an adapter tells of itself, as data. */
export const descriptionOf = (adapter: AnyAdapter): Readonly<Record<string, unknown>> =>
  describeAdapter(adapter) as unknown as Readonly<Record<string, unknown>>;
