/** Where the secret of a request goes. The plan says where; the secret itself is never in it. */
export type SecretPlace =
  | { readonly in: "header"; readonly name: string; readonly prefix: string }
  | { readonly in: "query"; readonly name: string };

/** A request to a vendor as data: what would be sent, with the secret kept apart. Safe to log and to show. */
export interface RequestPlan {
  /** The vendor's short name, for messages. */
  readonly vendor: string;
  /** The HTTP method. */
  readonly method: "GET" | "POST";
  /** Scheme, host and path, with any query but the secret. */
  readonly url: string;
  /** Without the secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; absent = no body. */
  readonly body?: unknown;
  /** Where the secret has to go; absent where the vendor asks for none. */
  readonly secret?: SecretPlace;
}
