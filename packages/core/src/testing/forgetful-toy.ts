import type { Adapter } from "../adapter/adapter.js";
import { defineAdapter } from "../adapter/define-adapter.js";
import { makeToyAdapter } from "./toy-adapter.js";
import { publishKinds, type ToyProperties, type ToyPropertyName } from "./toy-properties.js";

/**
 * A vendor of the toy's form whose tokens cannot say everything: what is forgotten is never written, and never read. A
 * vendor that forgets `send` lets everybody send everything, and no token of it can withhold that.
 */
export function makeForgetfulToy<const Vendor extends string>(
  vendor: Vendor,
  displayName: string,
  forgets: readonly ToyPropertyName[],
): Adapter<Vendor, ToyProperties> {
  const toy = makeToyAdapter(vendor, displayName);
  const remembered = (properties: ToyProperties): ToyProperties =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => !forgets.includes(name as ToyPropertyName)));
  const everybodySends = Object.fromEntries(
    publishKinds.map((kind) => [`rights.publish.${kind}`, "ungoverned, everyone"]),
  );
  return defineAdapter({
    ...toy,
    encode(request) {
      const { native, problems } = toy.encode(request);
      return { native: { ...native, properties: remembered(native.properties) }, problems };
    },
    decode: (native) => toy.decode({ ...native, properties: remembered(native.properties) }),
    authority(native, context) {
      const authority = toy.authority({ ...native, properties: remembered(native.properties) }, context);
      return forgets.includes("send")
        ? { ...authority, rights: { ...authority.rights, ...everybodySends } }
        : authority;
    },
  });
}
