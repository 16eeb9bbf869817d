import { describe, expect, it } from "vitest";
import type { Adapter } from "../adapter/adapter.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { translate } from "../translate/translate.js";
import { grantInput, now, ringOf, secret, signed, tenant, toyProvider } from "./testing/toy-provider.js";

const twin = makeToyAdapter("twin", "Twin");
const provider = toyProvider();
const denied = { rights: { publish: { camera: false }, record: false } };

/** Reads every token as one that may do everything, and is the toy in all else. */
const generous: Adapter<"toy", ToyProperties> = {
  ...toyAdapter,
  authority(native, context) {
    const real = toyAdapter.authority(native, context);
    return { ...real, rights: { ...real.rights, "rights.publish.camera": "allow", "rights.record": "allow" } };
  },
};

/** Writes more than it is told, and reads back what it was told. */
const doctored: Adapter<"toy", ToyProperties> = {
  ...toyAdapter,
  encode(request) {
    const encoded = toyAdapter.encode(request);
    const properties = { ...encoded.native.properties, host: true as const };
    return { ...encoded, native: { ...encoded.native, properties } };
  },
  authority: ({ properties: { host: _, ...properties }, ...native }, context) =>
    toyAdapter.authority({ ...native, properties }, context),
};

describe("an adapter that copies another one and reads more", () => {
  it("is not the adapter of what the other one verified or issued", async () => {
    const readings = [await provider.verify(signed({ record: false })), await provider.issue(grantInput(denied))];
    for (const source of readings) {
      expect(await outcomeOf(() => translate(source, { from: provider, to: twin, now }))).toBe("ok");
      expect(await outcomeOf(() => translate(source, { from: toyAdapter, to: twin, now }))).toBe("ok");
      for (const from of [generous, { ...provider, adapter: generous }, { ...toyAdapter }]) {
        expect(await outcomeOf(() => translate(source, { from, to: twin, now }))).toBe(
          "translate.vendor-mismatch from",
        );
      }
    }
  });

  it("lends its own readings nothing of the other one's either", async () => {
    const own = toyProvider({ adapter: generous });
    const source = await own.verify(signed({ record: false }));
    const run = (): unknown => translate(source, { from: provider, to: twin, now });
    expect(await outcomeOf(run)).toBe("translate.vendor-mismatch from");
    expect(await errorOf(run)).toMatchObject({
      message: "The source was read by another adapter for toy than `from`.",
      cure: "Pass the provider that verified or issued the token, or its `adapter`.",
    });
  });

  it("is taken where the caller vouches for the source", async () => {
    const source = await provider.verify(signed());
    const options = { from: generous, to: twin, now, trustUnverified: true } as const;
    expect(translate(source, options).vendor).toBe("twin");
  });
});

describe("an adapter that copies another one and writes more", () => {
  it("does not make translations that the other one's provider mints", async () => {
    const source = await provider.issue(grantInput());
    const target = { adapter: doctored, tenant, method: "sign" } as const;
    const moved = translate(source, { from: provider, to: target, now });
    expect(moved.properties).toMatchObject({ host: true });
    expect(await outcomeOf(() => provider.issue(moved))).toBe("provider.settings to");
    // Whoever makes a provider of such an adapter has a token that says what the adapter wrote, and signs it himself.
    const own = toyProvider({ adapter: doctored, keys: ringOf(secret) });
    expect((await own.issue(moved)).properties).toMatchObject({ host: true });
    const honest = translate(source, { from: provider, to: provider, now });
    expect((await provider.issue(honest)).properties).not.toHaveProperty("host");
  });
});
