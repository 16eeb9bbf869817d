import { expectTypeOf } from "vitest";
import type { Adapter } from "../adapter/adapter.js";
import type { Provider } from "../provider/provider.js";
import type { Inspected, Issued, Verified } from "../provider/token-reading.js";
import type { FrankProperties } from "../testing/frank-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";
import type { Translated } from "./translated.js";

declare const toy: Adapter<"toy", ToyProperties>;
declare const frank: Adapter<"frank", FrankProperties>;
declare const toyProvider: Provider<"toy", ToyProperties, unknown>;
declare const frankProvider: Provider<"frank", FrankProperties, unknown>;
declare const verified: Verified<"toy", ToyProperties>;
declare const issued: Issued<"toy", ToyProperties>;
declare const inspected: Inspected<"toy", ToyProperties>;
const now = 1_800_000_000;

// The result is the target's, whatever the source and whether the target is an adapter or a provider.
expectTypeOf(translate(verified, { from: toy, to: frank, now })).toEqualTypeOf<Translated<"frank", FrankProperties>>();
expectTypeOf(translate(issued, { from: toy, to: frank, now })).toEqualTypeOf<Translated<"frank", FrankProperties>>();
expectTypeOf(translate(verified, { from: toyProvider, to: frankProvider, now })).toEqualTypeOf<
  Translated<"frank", FrankProperties>
>();
expectTypeOf(translate(verified, { from: toy, to: toyProvider, now }).properties).toEqualTypeOf<ToyProperties>();
expectTypeOf(translate(verified, { from: toy, to: frank, now }).vendor).toEqualTypeOf<"frank">();

// What comes out is what the target's provider issues.
frankProvider.issue(translate(verified, { from: toy, to: frankProvider, now }));
declare const strictProvider: Provider<"toy", ToyProperties, { readonly room: string }>;
// @ts-expect-error it is for another vendor
strictProvider.issue(translate(verified, { from: toy, to: frankProvider, now }));
// @ts-expect-error an issued token is no grant
strictProvider.issue(issued);

// A source that nobody vouches for needs the caller's word.
expectTypeOf(translate(inspected, { from: toy, to: frank, now, trustUnverified: true })).toEqualTypeOf<
  Translated<"frank", FrankProperties>
>();
translate(verified, { from: toy, to: frank, now, trustUnverified: true });
// @ts-expect-error it was only inspected
translate(inspected, { from: toy, to: frank, now });
// @ts-expect-error and this is no word
translate(inspected, { from: toy, to: frank, now, trustUnverified: false });
declare const maybe: boolean;
// @ts-expect-error nor is this
translate(inspected, { from: toy, to: frank, now, trustUnverified: maybe });

// @ts-expect-error the source is not of this vendor
translate(verified, { from: frank, to: toy, now });
// @ts-expect-error the clock is always given
translate(verified, { from: toy, to: frank });
// @ts-expect-error a look-alike was not verified
translate({ ...inspected, verified: true }, { from: toy, to: frank, now });

// @ts-expect-error this is no path
export const misspelt: TranslationPolicy = { allowWidening: ["rights.publsh"] };
// @ts-expect-error a name and a picture cannot be narrowed
export const described: TranslationPolicy = { narrow: { participant: { id: "u_1", name: "Ann" } } };
// @ts-expect-error there is no other way to assume
export const assuming: TranslationPolicy = { assume: "everything" };
export const parents: TranslationPolicy = { allowWidening: ["rights.moderate", "stay"], require: ["rights.record"] };
