import type { IssueResult } from "@roompass/core";
import { type JSX, useEffect, useState } from "react";
import { failureOf } from "../outcome/failure.js";
import type { OutcomeFailure } from "../outcome/outcome.js";
import { clockTime } from "../text/times.js";
import type { AccountValues, Connection, PageVendor } from "../vendors/vendor.js";
import { useAnnounce } from "./announcer.js";
import { CodeBlock } from "./code-block.js";
import { FailureView } from "./failure-view.js";
import { FindingsView } from "./findings-view.js";
import { KeyFields } from "./key-fields.js";
import { useVault } from "./key-vault.js";

interface Props {
  readonly vendor: PageVendor;
  readonly connect: NonNullable<PageVendor["connect"]>;
  /** Changes with whatever the token would say: a token of something else is shown no longer. */
  readonly subject: string;
  readonly mint: (connection: Connection, now: number) => Promise<IssueResult<string, unknown>>;
}

type Result =
  | { readonly kind: "signed"; readonly subject: string; readonly issued: IssueResult<string, unknown> }
  | { readonly kind: "failed"; readonly subject: string; readonly failure: OutcomeFailure };

/** Signs with a key of one's own, after saying what that means, and checks at once what was signed. */
export function SignView(props: Props): JSX.Element {
  const { epoch } = useVault();
  return <SignForm key={`${epoch} ${props.vendor.name}`} {...props} />;
}

function SignForm({ vendor, connect, subject, mint }: Props): JSX.Element {
  const [hasRead, setHasRead] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const announce = useAnnounce();
  const { displayName } = vendor.adapter;
  const isStale = result !== undefined && result.subject !== subject;
  // What was signed for something else is not only hidden but dropped.
  useEffect(() => {
    if (isStale) setResult(undefined);
  }, [isStale]);
  const sign = async (values: AccountValues): Promise<void> => {
    setBusy(true);
    try {
      const now = Math.floor(Date.now() / 1000);
      const connection = connect(values, now);
      const issued = await mint(connection, now);
      await connection.check(issued);
      setResult({ kind: "signed", subject, issued });
      announce(`A ${displayName} token was signed and checked.`);
    } catch (error) {
      setResult({ kind: "failed", subject, failure: failureOf(error) });
    }
    setBusy(false);
  };
  const shown = isStale ? undefined : result;
  return (
    <details className="sign">
      <summary>Sign it with your key</summary>
      <div className="notice">
        <p>
          <b>A key that signs tokens opens every room of its account.</b> This page needs it to sign: it stays in the
          field below, in this browser’s memory. It is not stored, not sent and not in the address, and it is gone when
          you press “Forget all keys”, reload or leave. Prefer a test project’s key, and a machine that is yours;
          extensions of your browser can read this page.
        </p>
        <label className="check">
          <input type="checkbox" checked={hasRead} onChange={({ target }) => setHasRead(target.checked)} />
          <span>I have read this, and this key may be used here.</span>
        </label>
      </div>
      {hasRead && (
        <KeyFields vendor={vendor} action={`Sign a ${displayName} token`} isBusy={isBusy} onSubmit={sign}>
          {shown?.kind === "failed" && <FailureView failure={shown.failure} />}
          {shown?.kind === "signed" && <SignedToken issued={shown.issued} />}
        </KeyFields>
      )}
    </details>
  );
}

function SignedToken({ issued }: { readonly issued: IssueResult<string, unknown> }): JSX.Element {
  const { token, expiresAt, warnings } = issued;
  const end = expiresAt === null ? "It never expires." : `Good until ${clockTime(expiresAt)}.`;
  const aboutKey = warnings.filter(({ path }) => path === "secret");
  return (
    <>
      <CodeBlock
        title="Signed token"
        text={token}
        what="the signed token"
        note={`Checked here with the same key: the signature fits. ${end} Treat it like a password.`}
      />
      {aboutKey.length > 0 && <FindingsView findings={aboutKey} />}
    </>
  );
}
