import { type JSX, useEffect, useRef, useState } from "react";
import { useAnnounce } from "./announcer.js";
import { Icon } from "./icon.js";

interface Props {
  readonly text: string;
  /** What is copied, for who cannot see what stands beside the button: `the claims`. */
  readonly what: string;
  readonly label?: string;
}

type State = "ready" | "copied" | "failed";

const words: Readonly<Record<Exclude<State, "ready">, string>> = { copied: "Copied", failed: "Not allowed" };
const shownMilliseconds = 2000;

export function CopyButton({ text, what, label = "Copy" }: Props): JSX.Element {
  const [state, setState] = useState<State>("ready");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useAnnounce();
  useEffect(() => () => clearTimeout(timer.current), []);
  const finish = (next: State, told: string): void => {
    setState(next);
    announce(told);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState("ready"), shownMilliseconds);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      finish("copied", `Copied ${what}.`);
    } catch {
      finish("failed", "The browser does not let this page copy; select the text and copy it yourself.");
    }
  };
  return (
    <button type="button" className="copy" onClick={() => void copy()}>
      <Icon name={state === "copied" ? "check" : "copy"} />
      <span className="copy-words">
        {state === "ready" ? label : words[state]}
        <span className="hidden-visually"> {what}</span>
      </span>
    </button>
  );
}
