import type { Purpose, Rights, RoomScope } from "@roompass/core";

/** What was decided about. */
export type AuditedOperation = "issue" | "verify" | "translate" | "invite" | "redeem" | "authenticate";

/**
 * One decision. Never a token, a secret, or free text of a request: rooms and participants are names within the limits of
 * a grant, and the digest of a token is not the token.
 */
export interface AuditRecord {
  /** Unix seconds. */
  readonly time: number;
  /** The `requestId` of the answer. */
  readonly requestId: string;
  /** What was asked for. */
  readonly operation: AuditedOperation;
  /** `failed`: neither granted nor refused, since something did not work. */
  readonly decision: "granted" | "refused" | "failed";
  /** A code of the list of errors; `null` when granted. */
  readonly reason: string | null;
  /** Grant paths that were beyond the policy, or refused. */
  readonly paths?: readonly string[];
  /** The caller's id; `null` = nobody known. For a redeemed invitation who made it. */
  readonly caller: string | null;
  /** The address that the request came from; `null` where the platform does not say. */
  readonly address: string | null;
  /** The provider's full name, `daily/eu`; for a translation the target's. */
  readonly provider: string | null;
  /** For a translation where the token came from. */
  readonly source?: string;
  /** The vendor's account: a domain, an app, an api key's name. */
  readonly tenant: string | null;
  /** The rooms that the token opens, or would; `null` = no token. */
  readonly room: RoomScope | null;
  /** The participant's id. */
  readonly subject: string | null;
  /** What the token states, where there is one. */
  readonly granted: { readonly purpose: readonly Purpose[]; readonly rights: Rights } | null;
  /** Unix seconds; `null` = never, or no token. */
  readonly expiresAt: number | null;
  /** The first 16 hex digits of the SHA-256 of the token's decoded bytes. */
  readonly tokenDigest: string | null;
  /** The id of an invitation. */
  readonly invitation?: string;
}

/** Takes records. */
export interface AuditSink {
  /** Resolves when the record is safe. Rejecting keeps the answer back: the request ends with 503. */
  write(record: AuditRecord): Promise<void>;
}

/** Where a chain of records stands. */
export interface AuditHead {
  /** Of the last record; the first has 1, and an empty chain 0. */
  readonly sequence: number;
  /** 64 lower-case hex digits. */
  readonly hash: string;
}
