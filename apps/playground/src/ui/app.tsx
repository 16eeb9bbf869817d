import { type JSX, useEffect, useState } from "react";
import { exampleNamed, firstExample } from "../examples/examples.js";
import { exampleForm, type FormState } from "../grant-form/form-state.js";
import { formOfFragment, isGrantLink } from "../grant-form/share-link.js";
import { Announcer } from "./announcer.js";
import { BuildPanel } from "./build-panel.js";
import { DropZone } from "./drop-zone.js";
import { useNow } from "./hooks.js";
import { KeyVault, useVault } from "./key-vault.js";
import { type Pasted, ReadPanel } from "./read-panel.js";
import { Tabs } from "./tabs.js";
import { ThemeSwitch } from "./theme-switch.js";

type Mode = "read" | "build";

const modes = [
  { name: "read", label: "Read a token" },
  { name: "build", label: "Build a grant" },
] as const;

function ForgetButton(): JSX.Element | null {
  const { mayHold, forget } = useVault();
  if (!mayHold) return null;
  return (
    <button type="button" className="forget" onClick={forget}>
      Forget all keys
    </button>
  );
}

function Playground(): JSX.Element {
  const now = useNow();
  const [shared] = useState(() => formOfFragment(location.hash));
  const [isBadLink, setBadLink] = useState(() => isGrantLink(location.hash) && shared === undefined);
  const [mode, setMode] = useState<Mode>(shared === undefined ? "read" : "build");
  const [form, setForm] = useState<FormState>(shared ?? exampleForm);
  const [pasted, setPasted] = useState<Pasted>(() => ({
    text: exampleNamed(firstExample, now)?.text ?? "",
    example: firstExample,
  }));
  // A link that is pasted into the address of an open page changes nothing but the fragment.
  useEffect(() => {
    const follow = (): void => {
      const linked = formOfFragment(location.hash);
      setBadLink(isGrantLink(location.hash) && linked === undefined);
      if (linked === undefined) return;
      setForm(linked);
      setMode("build");
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const drop = (text: string): void => {
    setMode("read");
    setPasted({ text, example: "" });
  };
  return (
    <DropZone onText={drop}>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="masthead">
        <div className="frame">
          <p className="wordmark">
            <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <path
                fill="currentColor"
                d="M4 6h24a2 2 0 0 1 2 2v4a4 4 0 0 0 0 8v4a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-4a4 4 0 0 0 0-8V8a2 2 0 0 1 2-2Z"
              />
            </svg>
            roompass <small>playground</small>
          </p>
          <div className="push">
            <ForgetButton />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" className="frame" tabIndex={-1}>
        <div className="promise">
          <div>
            <h1>What does this meeting token grant?</h1>
            <p>
              Read it claim by claim, see it in every other vendor’s form, or build one. Everything happens in this
              page; nothing you paste leaves it.
            </p>
          </div>
        </div>
        {isBadLink && (
          <p className="notice small bad-link" role="alert">
            <b>The link that led here holds no grant that this page can read.</b> It may have been cut off or changed on
            its way: ask for it again. What stands below is an example.
          </p>
        )}
        <Tabs label="What to do" className="mode-tabs" tabs={modes} chosen={mode} onChoose={setMode}>
          {mode === "read" ? (
            <ReadPanel pasted={pasted} now={now} onPaste={setPasted} />
          ) : (
            <BuildPanel form={form} now={now} onChange={setForm} />
          )}
        </Tabs>
      </main>
      <footer className="frame">
        <div className="colophon">
          <p className="colophon-text">
            This page makes no request once it is loaded, stores nothing, and checks no signature of a pasted token.
            What vendors do is read from their documents, each with its source and month; they may do otherwise.
          </p>
        </div>
      </footer>
    </DropZone>
  );
}

export function App(): JSX.Element {
  return (
    <Announcer>
      <KeyVault>
        <Playground />
      </KeyVault>
    </Announcer>
  );
}
