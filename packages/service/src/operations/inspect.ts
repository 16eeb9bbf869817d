import { type AnyAdapter, detect, inspectToken, type TokenReading } from "@roompass/core";
import { nearestName } from "@roompass/core/kit";
import { ServiceError } from "../errors/service-error.js";
import { oneOf, quoted } from "../http/input-items.js";
import { parseInput } from "../http/parse-input.js";
import { inspectRequest } from "../schemas/tokens.js";
import type { Answer, Call } from "../service/call.js";

/** What every answer about a token says of it. */
export function readingBody(reading: TokenReading): object {
  const { vendor, grant, issuance, properties, unknown, warnings } = reading;
  return { vendor, grant, issuance, properties, unknown, warnings };
}

function adapterNamed(call: Call, vendor: string): AnyAdapter {
  const adapter = call.context.adapters.get(vendor);
  if (adapter !== undefined) return adapter;
  const known = [...call.context.adapters.keys()];
  const near = nearestName(vendor, known);
  const cure =
    near === undefined ? `It takes ${oneOf(quoted(known))}, or may be left out.` : `Did you mean \`${near}\`?`;
  const message = "No vendor of this name is known here.";
  throw new ServiceError("http.invalid", { errors: [{ path: "vendor", code: "invalid-value", message, cure }] });
}

function read(call: Call, token: string, adapter: AnyAdapter | undefined): object {
  if (adapter === undefined) return {};
  const reading = inspectToken(token, adapter, { now: call.now });
  return { token: { ...readingBody(reading), header: reading.header, claims: reading.claims } };
}

/** `POST /v1/tokens/inspect`: what a token says. Needs no key, calls nobody, trusts nothing. */
export async function inspect(call: Call): Promise<Answer> {
  const { token, vendor } = parseInput(inspectRequest, call.body);
  const given = vendor === undefined ? undefined : adapterNamed(call, vendor);
  const detection = detect(token, [...call.context.adapters.values()]);
  const adapter = given ?? call.context.adapters.get(detection.vendor);
  return { status: 200, body: { verified: false, detection, ...read(call, token, adapter) } };
}
