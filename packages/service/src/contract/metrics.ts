/** The templates of routes, and `unknown` for whatever is none. Bounded, whatever is asked for. */
export type RouteName =
  | "/v1/tokens"
  | "/v1/tokens/inspect"
  | "/v1/tokens/verify"
  | "/v1/translate"
  | "/v1/invitations"
  | "/v1/invitations/redeem"
  | "/v1/providers"
  | "/openapi.json"
  | "/docs"
  | "/livez"
  | "/readyz"
  | "unknown";

/** What can be counted. Every label has few values: never a room, a participant, a caller or an address. */
export interface MetricCounters {
  /** Answers. `status` is the whole number as text. */
  readonly requests: { readonly route: RouteName; readonly method: string; readonly status: string };
  /** Decisions. `provider` is a configured name or `none`; `code` is of the list of errors, or `ok`. */
  readonly decisions: {
    readonly operation: string;
    readonly provider: string;
    readonly decision: string;
    readonly code: string;
  };
  /** Requests to a vendor, each attempt. `outcome`: a status such as `200`, or a word such as `timeout`, `open`. */
  readonly upstream: { readonly name: string; readonly outcome: string };
}

/** What is measured, in seconds. */
export interface MetricDurations {
  /** One request, from its head to the answer. */
  readonly request: { readonly route: RouteName };
  /** One call of a vendor, repetitions included. */
  readonly upstream: { readonly name: string };
}

/** What is there at the moment. */
export interface MetricGauges {
  /** Requests being worked on. */
  readonly running: Readonly<Record<string, never>>;
  /** Requests waiting for a place. */
  readonly waiting: Readonly<Record<string, never>>;
}

/** Gets told what happens, as plain calls. What it throws is swallowed. */
export interface ServiceMetrics {
  /** One more of something. */
  count<Name extends keyof MetricCounters>(name: Name, labels: MetricCounters[Name]): void;
  /** How long something took, in seconds. */
  duration<Name extends keyof MetricDurations>(name: Name, labels: MetricDurations[Name], seconds: number): void;
  /** How much there is of something now. */
  gauge<Name extends keyof MetricGauges>(name: Name, value: number): void;
}
