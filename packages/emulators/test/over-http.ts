import { afterAll } from "vitest";
import type { Emulator } from "../src/index.js";
import { type Served, serve } from "../src/server/serve.js";

export { countingBytes, now } from "../src/testing/world.js";

export interface OnTheWire<Credentials> extends Served {
  readonly emulator: Emulator<Credentials>;
}

/** Serves an emulator on a free port of this machine until the file's tests are over. */
export async function onTheWire<Credentials>(emulator: Emulator<Credentials>): Promise<OnTheWire<Credentials>> {
  const served = await serve(emulator);
  afterAll(() => served.close());
  return { ...served, emulator };
}

interface Init {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: "error";
  readonly signal: AbortSignal;
}

/** A `fetch` for an adapter, with faults in each request's header. */
export function withFault(wire: Served, fault: string): (url: string, init: Init) => Promise<Response> {
  return (url, init) => wire.fetch(url, { ...init, headers: { ...init.headers, "x-emulator-fault": fault } });
}
