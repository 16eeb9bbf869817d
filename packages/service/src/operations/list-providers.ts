import type { Answer, Call } from "../service/call.js";
import { keyOf } from "./allowed.js";

/** `GET /v1/providers`: those that the key may use, and no others. */
export async function listProviders(call: Call): Promise<Answer> {
  const { policy } = keyOf(call);
  const { providers, adapters } = call.context;
  const own = [...providers].filter(([name]) => policy.providers.has(name));
  return {
    status: 200,
    body: {
      providers: own.map(([name, { adapter, method }]) => ({
        name,
        vendor: adapter.vendor,
        displayName: adapter.displayName,
        method,
        verification: adapter.verification,
      })),
      vendors: [...adapters.values()].map(({ vendor, displayName }) => ({ vendor, displayName })),
    },
  };
}
