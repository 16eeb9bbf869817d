import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/**
 * Keys live in the fields in which they were typed and nowhere else. What the vault knows is only whether there may be
 * one, and the number of times everything was forgotten: fields and signed tokens are made anew for each number.
 */
interface Vault {
  readonly epoch: number;
  readonly mayHold: boolean;
  readonly noteKey: () => void;
  readonly forget: () => void;
}

const VaultContext = createContext<Vault | undefined>(undefined);

export function useVault(): Vault {
  const vault = useContext(VaultContext);
  if (vault === undefined) throw new Error("No vault stands around this.");
  return vault;
}

export function KeyVault({ children }: { readonly children: ReactNode }): JSX.Element {
  const [epoch, setEpoch] = useState(0);
  const [mayHold, setMayHold] = useState(false);
  const vault = useMemo<Vault>(
    () => ({
      epoch,
      mayHold,
      noteKey: () => setMayHold(true),
      forget: () => {
        // The button goes away with the keys; who pressed it with a key of the keyboard goes on at the content.
        if (document.activeElement?.matches("button:focus-visible")) document.getElementById("content")?.focus();
        setMayHold(false);
        setEpoch((before) => before + 1);
      },
    }),
    [epoch, mayHold],
  );
  const { forget } = vault;
  // A page that is left can be kept by the browser and come back; its keys must not.
  useEffect(() => {
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [forget]);
  return <VaultContext value={vault}>{children}</VaultContext>;
}
