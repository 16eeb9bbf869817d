import { createContext, type JSX, type ReactNode, useContext, useState } from "react";
import { useSettled } from "./hooks.js";

type Say = (text: string) => void;

const Announce = createContext<Say>(() => undefined);

/** Says something to a screen reader. Only the last text of a moment is read, and the same text once. */
export function useAnnounce(): Say {
  return useContext(Announce);
}

const quietMilliseconds = 700;

export function Announcer({ children }: { readonly children: ReactNode }): JSX.Element {
  const [text, setText] = useState("");
  const settled = useSettled(text, quietMilliseconds);
  return (
    <Announce value={setText}>
      {children}
      <p className="hidden-visually" role="status">
        {settled}
      </p>
    </Announce>
  );
}
