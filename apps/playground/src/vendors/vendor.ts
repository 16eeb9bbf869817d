import type { AnyAdapter, IssueResult, Provider, RequestPlan } from "@roompass/core";

/** The four vendors, by the names that reports and links use. */
export const vendorNames = ["daily", "livekit", "metered", "videosdk"] as const;

export type VendorName = (typeof vendorNames)[number];

export function isVendorName(name: string): name is VendorName {
  return (vendorNames as readonly string[]).includes(name);
}

/** One thing that an account has and that a provider needs. */
export interface AccountField {
  readonly name: string;
  readonly label: string;
  /** Whether it is a key: shown as dots, never kept beyond its field. */
  readonly isSecret: boolean;
  readonly hint: string;
  /** What stands in its place where an example is shown. */
  readonly placeholder: string;
}

/** A provider of any vendor, and how it issues. */
export interface Connection {
  readonly provider: Provider<string, unknown, never>;
  issue(input: unknown): Promise<IssueResult<string, unknown>>;
  /** Checks what was just issued: its signature, above all. It may begin later, and never end. */
  check(issued: IssueResult<string, unknown>): Promise<void>;
  /** The request that would mint, for vendors that mint by request. */
  readonly plan?: (input: unknown) => RequestPlan;
}

export type AccountValues = Readonly<Record<string, string>>;

/** One vendor as the page knows it. */
export interface PageVendor {
  readonly name: VendorName;
  readonly adapter: AnyAdapter;
  /** The package, and what a program imports from it. */
  readonly packageName: string;
  readonly factory: string;
  /** The environment variables that the factory reads, for the code sample. */
  readonly environment: readonly string[];
  /** What `connect` takes. */
  readonly fields: readonly AccountField[];
  /** A provider of somebody's own account; `undefined` where tokens are minted by request, since the page sends none. */
  readonly connect: ((values: AccountValues, now: number) => Connection) | undefined;
  /** A provider of a made-up account: it says what a token would say, and its tokens are shown to nobody. */
  standIn(now: number): Connection;
}

/** Any provider under the one shape that the page uses. Inputs are checked when they are used, whatever their type. */
export function connectionOf(provider: {
  issue(input: never): Promise<IssueResult<string, unknown>>;
  verify(token: string, expectations: object): Promise<unknown>;
}): Connection {
  return {
    provider: provider as Connection["provider"],
    issue: (input) => provider.issue(input as never),
    check: async ({ token, grant }) => {
      const [purpose = "participant"] = grant.purpose;
      await provider.verify(token, { allowNoExpiry: true, ignoreNotBefore: true, purpose });
    },
  };
}

/** A key of chance, for looking at what a token would say. */
export function throwAwayKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
