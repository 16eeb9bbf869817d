import type { Grant } from "@roompass/core";
import { tokenDigest } from "../audit/token-digest.js";
import type { AuditedOperation, AuditRecord } from "../contract/audit.js";
import { codeOf, problemOf } from "../errors/problem.js";
import { ServiceError } from "../errors/service-error.js";
import { unavailable } from "../errors/unavailable.js";
import type { Answer, Call } from "../service/call.js";

/** What is known of a decision so far; filled in as it becomes known. */
export interface Draft {
  caller: string | null;
  provider: string | null;
  source?: string;
  tenant: string | null;
  grant?: Grant;
  token?: string;
  invitation?: string;
}

type Mutable<Type> = { -readonly [name in keyof Type]: Type[name] };

const longestName = 256;

/** Names are kept, within reason: a record is not the place for a whole request. */
const short = (text: string): string => (text.length <= longestName ? text : `${text.slice(0, longestName)}…`);

function shownRoom(room: Grant["room"]): AuditRecord["room"] {
  if (typeof room === "string") return short(room);
  return "anyOf" in room ? { anyOf: room.anyOf.slice(0, 16).map(short) } : room;
}

async function recordOf(
  call: Call,
  operation: AuditedOperation,
  draft: Draft,
  outcome: Pick<AuditRecord, "decision" | "reason" | "paths">,
): Promise<AuditRecord> {
  const { grant } = draft;
  const granted = outcome.decision === "granted" && grant !== undefined;
  const record: Mutable<AuditRecord> = {
    time: call.now,
    requestId: call.requestId,
    operation,
    ...outcome,
    caller: draft.caller,
    address: call.peer.address ?? null,
    provider: draft.provider,
    tenant: draft.tenant,
    room: grant === undefined ? null : shownRoom(grant.room),
    subject: grant?.participant?.id === undefined ? null : short(grant.participant.id),
    granted: granted ? { purpose: grant.purpose, rights: grant.rights ?? {} } : null,
    expiresAt: grant?.expiresAt ?? null,
    tokenDigest: draft.token === undefined ? null : await tokenDigest(draft.token),
  };
  if (draft.source !== undefined) record.source = draft.source;
  if (draft.invitation !== undefined) record.invitation = draft.invitation;
  return record;
}

async function write(call: Call, record: AuditRecord): Promise<void> {
  const { metrics, audit, providers } = call.context;
  const provider = record.provider !== null && providers.has(record.provider) ? record.provider : "none";
  const { operation, decision, reason } = record;
  metrics.count("decisions", { operation, provider, decision, code: reason ?? "ok" });
  try {
    await audit.write(record);
  } catch (error) {
    throw unavailable(error);
  }
}

function pathsOf(error: unknown): readonly string[] | undefined {
  const paths = error instanceof ServiceError ? error.options.errors?.map(({ path }) => path) : undefined;
  return paths === undefined || paths.length === 0 ? undefined : paths;
}

/**
 * Carries out what leads to a decision and records the decision before the answer leaves: a token that is not on record
 * is not handed out.
 */
export async function audited(
  call: Call,
  operation: AuditedOperation,
  work: (draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  const draft: Draft = { caller: call.key?.id ?? null, provider: null, tenant: null };
  let answer: Answer;
  try {
    answer = await work(draft);
  } catch (error) {
    const { problem } = problemOf(error, { errorsUrl: "", requestId: call.requestId });
    const paths = pathsOf(error);
    await write(
      call,
      await recordOf(call, operation, draft, {
        decision: problem.status < 500 ? "refused" : "failed",
        reason: codeOf(error),
        ...(paths === undefined ? {} : { paths }),
      }),
    );
    throw error;
  }
  await write(call, await recordOf(call, operation, draft, { decision: "granted", reason: null }));
  return answer;
}
