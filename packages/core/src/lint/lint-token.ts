import type { AnyAdapter } from "../adapter/adapter.js";
import type { Finding } from "../errors/finding.js";
import { wrongKind } from "../errors/given.js";
import { isObject } from "../grant/is-object.js";
import { type AdapterOrProvider, asAdapter } from "../provider/translation-target.js";
import type { LintSubject } from "./lint-rule.js";
import { ruleTable } from "./lint-rules.js";
import { defaultMaxLifetimeSeconds, type LintOptions, readLintOptions, runRules } from "./run-rules.js";

const parts = ["native", "decoded", "authority"] as const;

/** The subject's adapter, after checking that all is there that the rules look at. */
function adapterOf(subject: unknown): AnyAdapter {
  const cure =
    "Pass `{ adapter, native, decoded, authority }`; what a provider's `verify` and `inspect` return has it all in `warnings`.";
  if (!isObject(subject) || !("adapter" in subject))
    throw wrongKind("subject", subject, "the content of a token", cure);
  for (const part of parts) {
    if (!isObject(subject[part]))
      throw wrongKind(`subject.${part}`, subject[part], "a part of a token's content", cure);
  }
  return asAdapter(subject["adapter"] as AdapterOrProvider, "subject.adapter");
}

/**
 * What a person should know about a token although nothing about it is broken: the neutral rules, then the vendor's
 * own.
 *
 * Reports nothing twice: times in `exp`, `nbf` and `iat` are the parser's, the header is checked against the
 * adapter's rules there, and remarks on a secret come with the secret. No message repeats a value of the token.
 *
 * @throws RoompassError `clock.invalid`; `options.unknown`, `options.invalid` or `input.wrong-kind` for a wrong call.
 */
export function lintToken(subject: LintSubject, options: LintOptions): Finding[] {
  const { now, maxLifetimeSeconds } = readLintOptions(options);
  const adapter = adapterOf(subject);
  const { native, decoded, authority, claims, tokenLength } = subject;
  return lintContent({ adapter, native, decoded, authority, claims, tokenLength }, now, maxLifetimeSeconds);
}

/** What was just read by an adapter, and is no stranger's. */
interface Content {
  readonly adapter: AnyAdapter;
  readonly native: LintSubject["native"];
  readonly decoded: LintSubject["decoded"];
  readonly authority: LintSubject["authority"];
  readonly claims: LintSubject["claims"] | undefined;
  readonly tokenLength: number | undefined;
}

/** As `lintToken`, for the package's own readings: nothing of the call is checked again. */
export function lintContent(
  { adapter, native, decoded, authority, claims, tokenLength }: Content,
  now: number,
  maxLifetimeSeconds = defaultMaxLifetimeSeconds,
): Finding[] {
  const view = {
    authority,
    grant: decoded.grant,
    issuedAt: decoded.issuance.issuedAt,
    now,
    maxLifetimeSeconds,
    adapter,
    claims,
    tokenLength,
  };
  return [...runRules(ruleTable, view), ...adapter.lint(native, { now })];
}
