/** What is needed of a process. */
export interface Exiting {
  exitCode?: number | string | null | undefined;
  on(event: "exit", listener: (code: number) => void): unknown;
  off(event: "exit", listener: (code: number) => void): unknown;
}

/** The command's exit code of a run that did not come to its end. */
const fault = 3;

/** From here on an exit code is a signal's, and says enough. */
const firstOfSignals = 128;

/**
 * Makes an end of the process a failure until the watch is over: an adapter that ends the process, or leaves nothing to
 * wait for, has passed nothing. Begins before the adapter is loaded. Against an adapter that sets the exit code later
 * still there is no help in the same process.
 *
 * @returns What ends the watch.
 */
export function guardExit(process: Exiting, say: (text: string) => void): () => void {
  const listener = (code: number): void => {
    if (code >= firstOfSignals) return;
    process.exitCode = fault;
    say("The process was ended before the run was: nothing is claimed. An adapter never ends the process.\n");
  };
  process.on("exit", listener);
  return () => void process.off("exit", listener);
}
