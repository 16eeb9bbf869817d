import type { AnyAdapter } from "../adapter/adapter.js";

/** What a token can be translated to: an adapter, or a provider, which knows the account and how it issues. */
export interface TranslationTarget<Adapter extends AnyAdapter = AnyAdapter> {
  readonly adapter: Adapter;
  /** The account, where known: a domain, an app, an api key. */
  readonly tenant?: string | undefined;
  readonly method?: "sign" | "request" | undefined;
}

/** An adapter or anything that holds one. */
export type AdapterOrProvider<Adapter extends AnyAdapter = AnyAdapter> = Adapter | TranslationTarget<Adapter>;

export function asTarget(value: AdapterOrProvider): TranslationTarget {
  return "adapter" in value ? value : { adapter: value };
}
