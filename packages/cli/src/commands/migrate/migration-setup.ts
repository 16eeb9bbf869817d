import type { TranslationPolicy } from "@roompass/core";
import type { MigrationSetup } from "@roompass/migrate";
import { type CredentialName, credentialNames, secretNames } from "../../credentials/credential-names.js";
import { Credentials, type CredentialValue } from "../../credentials/credentials.js";
import { CommandError } from "../../failures/command-error.js";
import type { Io } from "../../io.js";
import { listOf } from "../../output/layout.js";
import type { Connection } from "../../vendors/connection.js";
import type { Vendor } from "../../vendors/vendor.js";
import { canConnect, connect, vendorNamed } from "../../vendors/vendors.js";

/** What a worker is told, as data: it makes its own providers of it. */
export interface MigrationData {
  readonly from: string;
  readonly to: string;
  readonly method?: "sign" | "request" | undefined;
  readonly policy: TranslationPolicy;
  readonly unverifiable: "refuse" | "trust" | "ask";
  readonly requestsPerSecond?: number | undefined;
  readonly credentials: Readonly<Partial<Record<CredentialName, CredentialValue>>>;
}

/** The credentials as data, for threads of this process. */
export function plainCredentials(credentials: Credentials): MigrationData["credentials"] {
  const known = credentialNames.map((name) => [name, credentials.all(name)] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

function secretsOf(vendors: readonly Vendor[], credentials: Credentials): string[] {
  const needed = new Set(vendors.flatMap((vendor) => [...vendor.needs("issue", "sign"), ...vendor.needs("issue")]));
  return secretNames.filter((name) => needed.has(name)).flatMap((name) => credentials.all(name) ?? []);
}

function refuseUnverifiable(from: Vendor, credentials: Credentials): never {
  const needed = listOf(from.needs("verify", "sign"));
  throw new CommandError(
    "command.missing-credentials",
    `Without ${needed} no ${from.adapter.displayName} token can be verified here.`,
    {
      details: { missing: credentials.missing(from.needs("verify", "sign")) },
      cure: "Set them in the environment or in a file given with `--credentials`, or add --remote or --trust-unverified.",
    },
  );
}

function readValidate(from: Vendor, connection: Connection | undefined): NonNullable<MigrationSetup["validate"]> {
  if (connection?.verifyRemotely !== undefined) return connection.verifyRemotely;
  if (connection?.checkedBy === "vendor") return (token, expected) => connection.verify(token, expected);
  throw new CommandError("command.usage", `${from.adapter.displayName} has no call that checks a token.`, {
    path: "--remote",
    cure: "Leave out `--remote`: the signature is checked here.",
  });
}

/** Providers and policy, made once for each worker. */
export function migrationSetup(data: MigrationData, now: number, io: Pick<Io, "fetch">): MigrationSetup {
  const credentials = new Credentials(new Map(Object.entries(data.credentials) as [CredentialName, CredentialValue][]));
  const from = vendorNamed(data.from, "--from");
  const to = vendorNamed(data.to, "--to");
  const { method, policy, unverifiable, requestsPerSecond } = data;
  const options = { credentials, io, now };
  const asks = unverifiable === "ask";
  const source =
    asks || canConnect(from, "verify", credentials)
      ? connect(from, asks ? "verify remotely" : "verify", options)
      : undefined;
  const signsHere = from.adapter.issuance.includes("sign");
  if (unverifiable === "refuse" && signsHere && source?.method !== "sign") refuseUnverifiable(from, credentials);
  return {
    from: source ?? { adapter: from.adapter },
    to: connect(to, "issue", { ...options, method }),
    policy,
    unverifiable,
    ...(asks ? { validate: readValidate(from, source) } : {}),
    rejectsToken: (status) => from.rejectsToken(status),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    secrets: secretsOf([from, to], credentials),
  };
}
