import type { Adapter } from "../adapter/adapter.js";
import { checkOptions } from "../errors/check-options.js";
import { describeGiven, isPromise } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze } from "../grant/freeze.js";
import { checkTimes, parseCompact, refuseFaulty, stripPastingNoise } from "../jws/index.js";
import { readToken } from "./read-token.js";
import type { Inspected } from "./token-reading.js";
import { type AdapterOrProvider, asAdapter } from "./translation-target.js";

/** How a token is read that nobody vouches for. */
export interface InspectOptions {
  /** Unix seconds. */
  readonly now: number;
  /** Longest token read, in bytes; 16384 when left out. */
  readonly maxBytes?: number;
}

const knownOptions = { called: "options", names: ["now", "maxBytes"] } as const;

/**
 * Reads a token that nobody vouches for. Strips what pasting leaves around it, goes on as far as the claims can be read,
 * and lists every violation in `warnings`. Nothing is verified, and the result says so.
 *
 * @throws RoompassError with the first violation's code when the claims cannot be read at all; `options.unknown`,
 *   `options.invalid`, `input.wrong-kind` or `clock.invalid` for a wrong call.
 */
export function inspectToken<Vendor extends string, Properties>(
  token: string,
  adapter: AdapterOrProvider<Adapter<Vendor, Properties>>,
  options: InspectOptions,
): Inspected<Vendor, Properties>;
export function inspectToken(token: string, reader: AdapterOrProvider, options: InspectOptions): Inspected {
  checkOptions(options, knownOptions);
  const adapter = asAdapter(reader, "adapter");
  if (typeof token !== "string") {
    const cure = isPromise(token) ? "Write `await` in front of it." : "Pass the token's text.";
    const message = `The token is ${describeGiven(token)}, not a string.`;
    throw new RoompassError("token.not-a-string", message, { path: "token", cure });
  }
  const stripped = stripPastingNoise(token);
  const parsed = parseCompact(stripped.text, {
    header: adapter.header,
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
  });
  const { claims } = parsed;
  if (claims === undefined) {
    refuseFaulty(parsed.findings);
    throw new RoompassError("token.not-json", "The token's claims cannot be read.", { path: "token" });
  }
  const header = parsed.header ?? {};
  const times = checkTimes(claims, { now: options.now, clockToleranceSeconds: 0, allowNoExpiry: true });
  const reading = readToken({
    adapter,
    native: adapter.fromClaims(claims),
    verified: false,
    now: options.now,
    claims,
    tokenLength: stripped.text.length,
    findings: [...stripped.findings, ...parsed.findings, ...times],
  });
  return Object.freeze({ ...reading, verified: false, header: deepFreeze(header), claims: deepFreeze(claims) });
}
