import type { Adapter } from "../adapter/adapter.js";
import type { LongGrant } from "../grant/grant-input.js";
import type { ReportEntry } from "../translate/report.js";
import type { Translated } from "../translate/translated.js";
import type { Expectations } from "./expectations.js";
import type { MeetingInput, ParticipantIssuer } from "./participant-issuer.js";
import type { Prepared } from "./prepared.js";
import type { Inspected, Issued, Verified } from "./token-reading.js";

/** An issued token, with what became of descriptions that it has no place for. */
export type IssueResult<Vendor extends string, Properties> = Issued<Vendor, Properties> & {
  readonly report: readonly ReportEntry[];
};

/** An adapter together with one account's credentials: something that issues and verifies. */
export interface Provider<Vendor extends string, Properties, Input> {
  /** The vendor's adapter, for `translate`, `allows` and `lintToken`. */
  readonly adapter: Adapter<Vendor, Properties>;
  /** The account: a domain, an app, an api key. */
  readonly tenant: string | undefined;
  /** Whether tokens are signed here or minted by a request to the vendor. */
  readonly method: "sign" | "request";
  /**
   * Issues a token for a grant, or mints exactly what `translate` compared or `prepareIssue` made. A token is renewed from
   * the grant of its reading, by writing over the expiry that came with it: `issue({ ...grant, expiresAt: new Date(…) })`.
   * `expiresIn` beside that expiry is refused, since it does not say which of the two holds.
   *
   * @throws RoompassError a `grant.*` code with every problem in `details.issues`; `request.*` for vendors that mint by request.
   */
  issue(input: Input | LongGrant | Translated<Vendor, Properties> | Prepared): Promise<IssueResult<Vendor, Properties>>;
  /**
   * Issues for many participants of one meeting, who differ in who they are and in nothing else: the rest is checked once
   * a second. Where the vendor mints, each token is a request all the same. The grant's own `participant` is left aside;
   * `expiresIn` counts from this call.
   *
   * @throws RoompassError a `grant.*` code, as far as the grant is wrong whoever comes.
   */
  issuer(input: MeetingInput<Input | LongGrant>): ParticipantIssuer;
  /**
   * Reads a token that nobody vouches for. Never trusts, never calls anybody.
   *
   * @throws RoompassError with the first violation's code, `token.*`, when the claims cannot be read at all.
   */
  inspect(token: string): Inspected<Vendor, Properties>;
  /**
   * Checks a token: offline where the vendor's tokens can be, else by asking the vendor.
   *
   * @throws RoompassError with the code of the first thing that is wrong: `token.*`, `header.*`, `signature.mismatch`,
   * `claims.*` or `policy.*`, and `request.*` where the vendor is asked; `provider.settings` or `clock.invalid` for
   * expectations that make no sense.
   */
  verify(token: string, expectations?: Expectations): Promise<Verified<Vendor, Properties>>;
}
