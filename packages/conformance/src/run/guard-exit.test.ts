import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { type Exiting, guardExit } from "./guard-exit.js";

function madeProcess(): { readonly process: Exiting; readonly end: (code: number) => unknown } {
  const emitter = new EventEmitter();
  const process: Exiting = {
    on: (event, listener) => emitter.on(event, listener),
    off: (event, listener) => emitter.off(event, listener),
  };
  return {
    process,
    end(code) {
      process.exitCode = code;
      emitter.emit("exit", code);
      return process.exitCode;
    },
  };
}

describe("the end of the process", () => {
  it.each([0, 1, 13])("before the run's is no success, whatever code it was given: %d", (code) => {
    const said: string[] = [];
    const { process, end } = madeProcess();
    guardExit(process, (text) => said.push(text));
    expect(end(code)).toBe(3);
    expect(said.join("")).toContain("ended before the run was");
  });

  it("keeps its code afterwards, and where a signal was the reason", () => {
    const { process, end } = madeProcess();
    const release = guardExit(process, () => {});
    expect(end(130)).toBe(130);
    release();
    expect(end(0)).toBe(0);
  });
});
