import { defineAdapter } from "@roompass/core";
import type { Adapter, Capabilities, Capability, ReadContext, RightPath, StatedReading } from "@roompass/core/adapter";
import { chooseOption, type Option } from "@roompass/core/kit";
import { grantPaths } from "../../src/subject/grant-paths.ts";

/** One list says all of what its holder may do; without it everything but sharing holds by default. */
interface ListProperties {
  readonly account?: string;
  readonly room?: string;
  readonly who?: string;
  readonly end?: number;
  readonly can?: readonly string[];
}

const paths = {
  speak: "rights.publish.microphone",
  show: "rights.publish.camera",
  share: "rights.publish.screen",
  chat: "rights.publish.data",
} as const satisfies Readonly<Record<string, RightPath>>;
const powers = Object.keys(paths) as (keyof typeof paths)[];

function readingsOf(can: readonly string[] | undefined) {
  const readingOf = (power: string): StatedReading => {
    if (can !== undefined) return can.includes(power) ? "allow" : "deny";
    return power === "share" ? "default(deny)" : "default(allow)";
  };
  return Object.fromEntries(powers.map((power) => [paths[power], readingOf(power)])) as Record<
    RightPath,
    StatedReading
  >;
}

const lists = Array.from({ length: 2 ** powers.length }, (_, bits) =>
  powers.filter((_power, place) => Math.floor(bits / 2 ** place) % 2 === 1),
);
const options: readonly [Option<readonly string[] | undefined>, ...Option<readonly string[] | undefined>[]] = [
  { choice: undefined, readings: readingsOf(undefined) },
  ...lists.map((choice) => ({ choice, readings: readingsOf(choice) })),
];

const fact = { source: "https://docs.list.example/tokens", asOf: "2026-11" };
const claims: { readonly [path in (typeof grantPaths)[number]]?: string } = {
  room: "room",
  "participant.id": "who",
  expiresAt: "end",
  ...Object.fromEntries(powers.map((power) => [paths[power], "can"])),
};
const capabilities = Object.fromEntries(
  grantPaths.map((path): [string, Capability] => {
    const claim = claims[path];
    return [path, claim === undefined ? { carried: "none", ...fact } : { carried: "exact", claim, ...fact }];
  }),
) as Capabilities;

const surely = <Value>(value: Value) => ({ lowest: value, highest: value });
const others = Object.fromEntries(grantPaths.map((path) => [path, "unknown"])) as Record<RightPath, StatedReading>;

/** Only what the laws of translation need: no claim is checked. */
export const listAdapter: Adapter<"list", ListProperties> = defineAdapter({
  specificationVersion: 1,
  vendor: "list",
  displayName: "List",
  issuance: ["sign"],
  verification: ["offline"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules: {},
  limits: {},
  harmless: {},
  normalizeRoom: (name) => name,
  recognize: () => undefined,
  fromClaims: (properties) => ({ properties: properties as ListProperties, unknown: {}, findings: [] }),
  toClaims: ({ properties }) => ({ ...properties }),
  decode: ({ properties: { account, room, who, end, can } }) => ({
    grant: {
      purpose: ["participant"],
      room: room ?? { any: true },
      ...(who === undefined ? {} : { participant: { id: who } }),
      expiresAt: end ?? null,
      ...(can === undefined
        ? {}
        : {
            rights: {
              publish: {
                microphone: can.includes("speak"),
                camera: can.includes("show"),
                screen: can.includes("share"),
                data: can.includes("chat"),
              },
            },
          }),
    },
    issuance: account === undefined ? {} : { tenant: account },
    residue: {},
    unknown: {},
  }),
  encode: ({ grant: { room, participant, expiresAt }, ceiling, issuance }) => {
    const can = chooseOption(ceiling, options).choice;
    const properties: ListProperties = {
      ...(issuance?.tenant === undefined ? {} : { account: issuance.tenant }),
      ...(typeof room === "string" ? { room } : {}),
      ...(participant?.id === undefined ? {} : { who: participant.id }),
      ...(typeof expiresAt === "number" ? { end: expiresAt } : {}),
      ...(can === undefined ? {} : { can }),
    };
    return { native: { properties, unknown: {}, findings: [] }, problems: [] };
  },
  authority: ({ properties: { account, room, who, end, can } }, _context: ReadContext) => ({
    ...(account === undefined ? {} : { tenant: account }),
    purpose: surely(["participant"] as const),
    room: surely(room ?? ({ any: true } as const)),
    window: surely({ notBefore: 0, expiresAt: end ?? null }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely("direct" as const),
    identity: surely(who ?? null),
    rights: { ...others, ...readingsOf(can) },
    automation: {},
  }),
  lint: () => [],
  join: () => ({}),
  roomRequirements: () => [],
});
