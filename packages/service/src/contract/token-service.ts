/** Who is at the other end of a connection, as far as the server in front knows. */
export interface Peer {
  /** The peer's address in whatever form the server has it; one form for one peer. `undefined` = not known. */
  readonly address: string | undefined;
  /** The request's id, made by the server in front. Never taken from a header of the request. Default: a random one. */
  readonly requestId?: string;
}

/** A request before its body: everything that decides whether the body is worth reading. */
export interface RequestHead {
  /** As sent, upper case for the methods that are served. */
  readonly method: string;
  /** Path and query exactly as sent, percent signs and all. */
  readonly target: string;
  /**
   * One header by its lower-case name; `undefined` when it is absent. A header that was sent several times is to be
   * returned with the values joined by `", "`, as `Headers.get` does, so that it is refused where one value is needed.
   */
  header(name: string): string | undefined;
  /** Who is at the other end, as the platform says. */
  readonly peer: Peer;
}

/** A whole answer as plain data. Header names are lower case; `body` is text in UTF-8, empty for none. */
export interface ServiceAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text in UTF-8; empty for none. */
  readonly body: string;
}

/** A request that may go on. Nothing is held for it: one that is never answered costs nothing. */
export interface AdmittedRequest {
  /** The longest body that is taken, in bytes; 0 = the body is not looked at and `answer(undefined)` will do. */
  readonly maxBytes: number;
  /**
   * Second half: parses the body, decides, and answers. Never rejects. A body longer than `maxBytes` is answered with 413,
   * so that a server may stop reading one byte beyond it and pass on what it has.
   *
   * @param body The whole body as received; `undefined` for none.
   */
  answer(body: Uint8Array | undefined): Promise<ServiceAnswer>;
}

/** One core, two doors: plain data for servers that have read the body themselves, `fetch` for every other runtime. */
export interface TokenService {
  /** Web-standard door: reads the body itself, with the byte limit enforced while reading. Never rejects. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
  /**
   * First half: routing, method, headers, rate limits and authentication, before a byte of the body is read. Never rejects.
   * Tell the two results apart with `"answer" in result`.
   */
  admit(head: RequestHead): Promise<ServiceAnswer | AdmittedRequest>;
  /**
   * A problem answer of this service for something that went wrong before or around it: a framework's own error, an
   * overload guard. With the same headers and the same form as every other one.
   */
  problem(code: ServiceProblemCode, options?: ProblemOptions): ServiceAnswer;
  /** The OpenAPI 3.1 document, deeply frozen. */
  readonly openapi: object;
}

/** What a server in front may have to say by itself. */
export type ServiceProblemCode =
  | "http.bad-request"
  | "http.not-found"
  | "http.method-not-allowed"
  | "http.body-too-large"
  | "http.unsupported-media-type"
  | "http.header-too-large"
  | "http.timeout"
  | "http.https-required"
  | "http.overloaded"
  | "http.stopping"
  | "http.internal";

/** What an answer about a problem says beside its code. */
export interface ProblemOptions {
  /** Sent as `Retry-After`. Default 1 for 503. */
  readonly retryAfterSeconds?: number;
  /** Repeated in the answer as `requestId`. */
  readonly requestId?: string;
  /** The request's `Origin`; listed origins get their CORS headers. */
  readonly origin?: string;
}
