import type { ChunkTask } from "../input/input.js";
import type { MigrateErrorData } from "../migrate-error.js";
import type { Counts } from "../work/counts.js";
import type { JobOptions } from "../work/job.js";
import type { EngineFile } from "./engine.js";

/** What a thread is given when it starts. */
export interface ThreadData {
  /** The address of the module that exports `setup`. */
  readonly setup: string;
  readonly data: unknown;
  readonly options: JobOptions;
  readonly file: EngineFile | undefined;
}

export type ToThread =
  | {
      readonly type: "chunk";
      readonly content:
        | Extract<ChunkTask["content"], { kind: "range" }>
        | { readonly kind: "bytes"; readonly bytes: ArrayBuffer };
    }
  | { readonly type: "first"; readonly line: number }
  /** Memory that was written out. A thread collects its garbage all the time, the main thread hardly ever. */
  | { readonly type: "spent"; readonly memory: readonly ArrayBuffer[] };

export type FromThread =
  | { readonly type: "ready"; readonly fingerprint: string; readonly asks: boolean }
  | { readonly type: "counted"; readonly lines: number }
  | {
      readonly type: "done";
      readonly output: ArrayBuffer;
      readonly rejects: ArrayBuffer;
      readonly counts: Counts;
    }
  | { readonly type: "failed"; readonly error: MigrateErrorData };

/** The bytes of a buffer in memory of their own, which can be handed over; small buffers share theirs with others. */
export function ownBytes(buffer: Buffer): ArrayBuffer {
  const { buffer: memory, byteOffset, byteLength } = buffer;
  if (byteOffset === 0 && byteLength === memory.byteLength) return memory as ArrayBuffer;
  return new Uint8Array(buffer).buffer;
}
