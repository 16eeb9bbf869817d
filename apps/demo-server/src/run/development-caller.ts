import { type Caller, type CallerDirectory, createCallerKey } from "@roompass/service";

export interface DevelopmentCaller {
  readonly callers: CallerDirectory;
  /** `id.secret`: shown once, and kept nowhere. */
  readonly key: string;
}

const dayInSeconds = 86_400;
const id = "development";

/** The only caller of a server that nobody gave keys: somebody on this machine, who may do everything. */
export async function createDevelopmentCaller(
  providers: readonly string[],
  randomBytes: (length: number) => Uint8Array,
): Promise<DevelopmentCaller> {
  const { key, sha256 } = await createCallerKey(id, randomBytes);
  const caller: Caller = {
    secretDigests: [{ sha256 }],
    policy: {
      operations: ["issue", "verify", "translate", "invite"],
      providers,
      rooms: [{ any: true }],
      maxSeconds: dayInSeconds,
      rights: {
        publish: true,
        subscribe: true,
        visible: true,
        moderate: true,
        admit: true,
        record: true,
        livestream: true,
        transcribe: true,
      },
      participants: { any: true },
      unboundParticipants: true,
      trustUnverified: true,
    },
  };
  return { key, callers: { find: (name) => (name === id ? caller : undefined) } };
}
