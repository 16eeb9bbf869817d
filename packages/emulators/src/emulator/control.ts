import { z } from "zod";
import { answer } from "../http/answer.js";
import type { ReadBody } from "../http/read-body.js";
import type { Emulator } from "./emulator.js";
import { EmulatorError } from "./errors.js";
import { readQuestion, readVisit } from "./question.js";

/** What stands in front of the paths that no vendor has. */
export const controlPath = "/__emulator/";

/**
 * Whether a page of another site sent this. A browser lets any page post to this machine without asking first; such a page
 * could not read the answer, but could set faults. The header names the page, and a browser does not let it lie.
 */
export function isFromAnotherPage({ headers }: Request, { host }: URL): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== (headers.get("host") ?? host);
}

export const fromAnotherPage = {
  code: "forbidden",
  message: "Own calls are for programs, and for pages of the emulator's own address.",
} as const;

const faultsSchema = z.strictObject({ faults: z.array(z.string()).max(20), requests: z.int().min(1).optional() });

async function answerQuestion(emulator: Emulator, body: unknown): Promise<unknown> {
  const { action, ...visit } = readQuestion(body);
  return action === undefined ? emulator.allowsAll(visit) : emulator.allows({ ...visit, action });
}

function setFaults(emulator: Emulator, body: unknown): unknown {
  const { success, data } = faultsSchema.safeParse(body);
  if (!success) throw new EmulatorError("settings", "Faults are `{ faults: [text, ...], requests?: number }`.");
  emulator.setFaults(data.faults, data.requests);
  return { faults: data.faults };
}

/** Answers the emulator's own calls: `POST allows`, `POST join`, `POST faults`. */
export async function handleControl(
  emulator: Emulator,
  method: string,
  name: string,
  read: ReadBody,
): Promise<Response> {
  if (method !== "POST") return answer({ code: "not-found", message: "Own calls are POST requests." }, 404);
  if ("problem" in read) return answer({ code: "settings", message: `The body is ${read.problem}.` }, 400);
  try {
    if (name === "allows") return answer(await answerQuestion(emulator, read.body));
    if (name === "join") return answer(await emulator.join(readVisit(read.body)));
    if (name === "faults") return answer(setFaults(emulator, read.body));
  } catch (error) {
    if (error instanceof EmulatorError) return answer({ code: error.code, message: error.message }, 400);
    throw error;
  }
  return answer({ code: "not-found", message: "There are allows, join and faults." }, 404);
}
