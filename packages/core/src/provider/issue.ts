import type { Native } from "../adapter/native.js";
import type { Finding } from "../errors/finding.js";
import { isPromise, orElse, wrongKind } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant } from "../grant/grant.js";
import { isObject } from "../grant/is-object.js";
import type { ReportEntry } from "../translate/report.js";
import { isTranslated, isTranslatedBy } from "../translate/translated.js";
import { prepareIssue } from "./prepare.js";
import { isPrepared, isPreparedFor, type PrepareOptions, type ReadBack } from "./prepared.js";
import type { IssueResult } from "./provider.js";
import { readToken } from "./read-token.js";
import { markTrusted } from "./token-reading.js";

/** What is prepared by a provider is minted by it: one account, one way, one moment. */
export type MintContext = PrepareOptions;

/** Content that may be minted: it was checked against a grant, or compared by `translate`. */
export interface Mintable {
  readonly native: Native<unknown>;
  /** The wire claims that were read back and checked; for vendors whose tokens are signed here. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly report: readonly ReportEntry[];
}

const mismatch = (path: string, message: string): RoompassError =>
  new RoompassError("provider.settings", message, { path });

/** What looks like something that was checked and is not the very object; read as a grant it would say nothing useful. */
function refuseCopies(input: unknown): void {
  if (isPromise(input)) throw wrongKind("input", input, "a grant or a translation", "Write `await` in front of it.");
  const has = (name: string): boolean => orElse(() => isObject(input) && name in input, false);
  if (!has("native")) return;
  const isReading = has("issuance");
  throw new RoompassError(
    "input.wrong-kind",
    isReading
      ? "This is the reading of a token, not a grant."
      : "This is a copy of a translation, or of a grant that was prepared.",
    {
      path: "input",
      cure: isReading
        ? "Pass its `grant` with a new expiry, or translate it to this provider first."
        : "Pass the very object that `translate` or `prepareIssue` returned: what is copied was not compared.",
    },
  );
}

/** Time has passed since it was compared, and what was good then may be over. */
function refuseExpired({ expiresAt }: Grant, now: number, what: string): void {
  if (typeof expiresAt !== "number" || expiresAt > now) return;
  const message = `The ${what} token has expired in the meantime.`;
  throw new RoompassError("grant.empty-window", message, { path: "expiresAt" });
}

/** Reads a provider's `issue` argument: a grant, or what was prepared or translated for this very provider. */
export function readMintable(input: unknown, context: MintContext): Mintable {
  if (isPrepared(input)) {
    if (!isPreparedFor(input, context))
      throw mismatch("input", "This grant was prepared for another adapter, account or way of minting.");
    refuseExpired(input.grant, context.now, "prepared");
    return input;
  }
  if (!isTranslated(input)) {
    refuseCopies(input);
    return prepareIssue(input, context);
  }
  const { adapter, tenant, now } = context;
  if (input.vendor !== adapter.vendor)
    throw mismatch("vendor", `This translation is for ${input.vendor}, not for ${adapter.vendor}.`);
  if (!isTranslatedBy(input, adapter))
    throw mismatch("to", `This translation was compared by another adapter for ${adapter.vendor}: pass this provider.`);
  if (input.tenant !== undefined && tenant !== undefined && input.tenant !== tenant) {
    throw mismatch("tenant", "This translation was made for another account.");
  }
  if (context.method === "sign" && input.claims === undefined) {
    throw mismatch(
      "claims",
      "This translation was made for an adapter, not for a provider: translate with `to` set to this provider.",
    );
  }
  if (context.method === "request" && Object.keys(input.native.unknown).length > 0) {
    throw mismatch(
      "to",
      "This translation keeps members that a request cannot carry: translate with `to` set to this provider.",
    );
  }
  const isEveryRoom = typeof input.grant.room === "object" && "any" in input.grant.room;
  if (input.tenant === undefined && tenant !== undefined && isEveryRoom) {
    throw mismatch("tenant", "Every room of which account is not known: translate with `to` set to this provider.");
  }
  refuseExpired(input.grant, now, "translated");
  return {
    native: input.native,
    report: input.report,
    ...(input.claims === undefined ? {} : { claims: input.claims }),
  };
}

export interface MintedToken {
  readonly token: string;
  readonly native: Native<unknown>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly findings?: readonly Finding[];
  readonly report: readonly ReportEntry[];
  /** What was read back of `native`, where it is what was prepared and not what a vendor answered. */
  readonly readBack?: ReadBack | undefined;
}

/** What `issue` returns: the token and everything it says. Freshly issued, so `translate` takes it. */
export function issuedToken(minted: MintedToken, context: MintContext): IssueResult<string, unknown> {
  const { native, claims, findings, token, readBack } = minted;
  const reading = readToken({
    adapter: context.adapter,
    native,
    authority: readBack?.authority,
    decoded: readBack?.decoded,
    verified: true,
    now: context.now,
    tokenLength: token.length,
    ...(claims === undefined ? {} : { claims }),
    ...(findings === undefined ? {} : { findings }),
  });
  const result = {
    vendor: reading.vendor,
    verified: true,
    grant: reading.grant,
    issuance: reading.issuance,
    properties: reading.properties,
    unknown: reading.unknown,
    warnings: reading.warnings,
    native: reading.native,
    token,
    expiresAt: reading.grant.expiresAt ?? null,
    report: deepFreeze(minted.report),
  };
  return markTrusted(result as unknown as IssueResult<string, unknown>, context.adapter);
}
