import type { AnyAdapter } from "../adapter/adapter.js";
import { wrongKind } from "../errors/given.js";
import { isObject } from "../grant/is-object.js";

/** What a token can be translated to: an adapter, or a provider, which knows the account and how it issues. */
export interface TranslationTarget<Adapter extends AnyAdapter = AnyAdapter> {
  /** The vendor's adapter. */
  readonly adapter: Adapter;
  /** The account, where known: a domain, an app, an api key. */
  readonly tenant?: string | undefined;
  /** How the new token is going to be issued, where known. */
  readonly method?: "sign" | "request" | undefined;
}

/** An adapter or anything that holds one. */
export type AdapterOrProvider<Adapter extends AnyAdapter = AnyAdapter> = Adapter | TranslationTarget<Adapter>;

function isAdapter(value: unknown): value is AnyAdapter {
  return isObject(value) && typeof value["vendor"] === "string" && typeof value["decode"] === "function";
}

/**
 * Either of the two as something that holds an adapter.
 *
 * @param path What it is called where it was passed.
 * @throws RoompassError `input.wrong-kind` for anything else.
 */
export function asTarget(value: AdapterOrProvider, path: string): TranslationTarget {
  const given: unknown = value;
  if (isAdapter(given)) return { adapter: given };
  if (isObject(given) && isAdapter(given["adapter"])) return value as TranslationTarget;
  const cure = "Pass a vendor's adapter, or the provider that its package makes with your credentials.";
  throw wrongKind(path, given, "an adapter or a provider", cure);
}

/** The adapter of either. @throws RoompassError `input.wrong-kind` for anything else. */
export function asAdapter(value: AdapterOrProvider, path: string): AnyAdapter {
  return asTarget(value, path).adapter;
}
