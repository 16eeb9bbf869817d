import {
  type Refusal,
  type ReportEntry,
  type Translated,
  type TranslateUnverifiedOptions,
  translate,
} from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import { refusalOf } from "../run/refusal.js";
import type { Source } from "./source.js";

/** What a translation gave, or the paths at which it was refused. */
export type ActualMove =
  | { readonly moved: Translated; readonly refused?: undefined }
  | { readonly moved?: undefined; readonly refused: readonly Refusal[] };

/** Folded lines stand for several paths: each of them counts. */
export function unfolded<Entry extends { readonly path: string; readonly covers?: readonly string[] }>(
  entries: readonly Entry[],
): readonly (Entry & { readonly path: string })[] {
  return entries.flatMap(({ covers, ...entry }) =>
    (covers ?? [entry.path]).map((path) => ({ ...entry, path }) as unknown as Entry),
  );
}

/** `path kind`, one for each path. Sorted. */
export const linesOf = (report: readonly ReportEntry[]): readonly string[] =>
  [...new Set(unfolded(report).map(({ path, kind }) => `${path} ${kind}`))].sort();

/** Each path once. Sorted. */
export const pathsOf = (refusals: readonly { readonly path: string; readonly covers?: readonly string[] }[]) =>
  [...new Set(unfolded(refusals).map(({ path }) => path))].sort();

/**
 * Translates with core, which drives both adapters.
 *
 * @throws Whatever is no refusal of the translation.
 */
export function actualMove(source: Source, to: AnyAdapter, now: number, policy: object = {}): ActualMove {
  try {
    const options: TranslateUnverifiedOptions<AnyAdapter, AnyAdapter> = {
      from: source.adapter,
      to,
      now,
      policy,
      trustUnverified: true,
    };
    return { moved: translate(source.reading, options) };
  } catch (error) {
    const { refusals } = error as { readonly refusals?: readonly Refusal[] };
    if (refusalOf(error)?.code !== "translate.refused" || refusals === undefined) throw error;
    return { refused: refusals };
  }
}
