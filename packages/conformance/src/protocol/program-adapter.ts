import type { AnyAdapter, EncodeRequest } from "@roompass/core/adapter";
import { frozen } from "../vectors/freeze.js";
import type { WireOperationName } from "./operations.js";
import type { Description, Program } from "./program.js";

/** JSON has no sets. */
const wireRequest = (request: EncodeRequest): unknown => ({
  ...request,
  ceiling: { ...request.ceiling, allowWidening: [...request.ceiling.allowWidening] },
});

/** An adapter each of whose functions asks the program. What the program leaves out has nothing to say. */
export function programAdapter(program: Program, { manifest, operations }: Description): AnyAdapter {
  const offered: ReadonlySet<WireOperationName> = new Set(operations);
  const ask = (op: WireOperationName, input: unknown, context?: unknown): never =>
    program.call(op, input, context) as never;
  const { algorithms, ...facts } = manifest;
  const adapter: AnyAdapter = {
    ...(facts as unknown as AnyAdapter),
    header: { algorithms },
    normalizeRoom: (name) => (offered.has("normalizeRoom") ? ask("normalizeRoom", { name }) : name),
    recognize: ({ header, claims }) =>
      offered.has("recognize") ? (ask("recognize", { header, claims }) ?? undefined) : undefined,
    fromClaims: (claims) => ask("fromClaims", { claims }),
    toClaims: (native) => ask("toClaims", { native }),
    decode: (native) => ask("decode", { native }),
    encode: (request) => ask("encode", wireRequest(request)),
    authority: (native, { room }) => ask("authority", { native }, room === undefined ? {} : { room }),
    lint: (native, { now }) => (offered.has("lint") ? ask("lint", { native }, { now }) : []),
    join: (grant) => (offered.has("join") ? ask("join", { grant }) : {}),
    roomRequirements: (native) => (offered.has("roomRequirements") ? ask("roomRequirements", { native }) : []),
  };
  return frozen(adapter);
}
