import type { AnyAdapter } from "@roompass/core";
import type { CredentialName } from "../credentials/credential-names.js";
import type { Credentials } from "../credentials/credentials.js";
import type { Io } from "../io.js";
import type { Connection } from "./connection.js";

/** What the credentials are needed for. */
export type Task = "issue" | "verify" | "verify remotely" | "plan";

export interface ConnectOptions {
  readonly credentials: Credentials;
  readonly io: Pick<Io, "fetch">;
  /** Unix seconds. */
  readonly now: number;
  readonly method?: "sign" | "request" | undefined;
}

/** One vendor as the command knows it. */
export interface Vendor {
  readonly name: string;
  readonly adapter: AnyAdapter;
  /** The credentials that a task needs, in the way that is usual or asked for. */
  needs(task: Task, method?: "sign" | "request"): readonly CredentialName[];
  connect(options: ConnectOptions): Connection;
  /** Whether this status, answered to a validate request, says that the token is no good rather than the caller. */
  rejectsToken(status: number): boolean;
}
