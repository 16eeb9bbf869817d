import type { Finding } from "../errors/finding.js";

/** The parts of a token that are read but must not show up when somebody prints the result. */
export interface TokenBytes {
  readonly text?: string | undefined;
  readonly signingInput?: Uint8Array | undefined;
  readonly signature?: Uint8Array | undefined;
}

/**
 * What `parseCompact` read. Nothing here is verified. `JSON.stringify` and `util.inspect` show the findings and the
 * decoded header and claims, never the text, the signing input or the signature.
 */
export class ParsedToken {
  /** Every violation, in the order of the checks. Without one of severity `error` the form is sound. */
  readonly findings: readonly Finding[];
  /** The decoded header, an object without a prototype; `undefined` when it could not be read. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  /** The decoded claims, an object without a prototype; `undefined` when they could not be read. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  readonly #bytes: TokenBytes;

  constructor(
    findings: readonly Finding[],
    header?: Readonly<Record<string, unknown>>,
    claims?: Readonly<Record<string, unknown>>,
    bytes: TokenBytes = {},
  ) {
    this.findings = findings;
    this.header = header;
    this.claims = claims;
    this.#bytes = bytes;
  }

  /** The token as it came; absent when it was not a text of bearable size. */
  get text(): string | undefined {
    return this.#bytes.text;
  }

  /** The received bytes of header, dot and payload; absent unless the token has exactly three clean parts. */
  get signingInput(): Uint8Array | undefined {
    return this.#bytes.signingInput;
  }

  /** The decoded signature; absent unless it is canonical. */
  get signature(): Uint8Array | undefined {
    return this.#bytes.signature;
  }
}
