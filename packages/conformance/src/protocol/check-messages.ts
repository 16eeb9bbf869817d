import type { z } from "zod";
import { schemaProblems } from "../vectors/schema-problems.js";
import { answerMessage, runMessage } from "./messages.js";
import { type WireOperationName, wireOperations } from "./operations.js";

/** Where a message breaks its schema, without the value itself; undefined where it holds. */
function problemOf(schema: z.ZodType, value: unknown): string | undefined {
  return schemaProblems(schema, value)[0];
}

/** What of a question of the suite breaks the schema. */
export function problemOfQuestion(message: { readonly op: WireOperationName }): string | undefined {
  const { input, context } = wireOperations[message.op];
  const parts = message as unknown as { readonly input: unknown; readonly context: unknown };
  // The parts first: of a union nobody can say which member was meant.
  return problemOf(input, parts.input) ?? problemOf(context, parts.context) ?? problemOf(runMessage, message);
}

/** What of an answer of the program breaks the schema. */
export function problemOfAnswer(op: WireOperationName, message: unknown): string | undefined {
  const ok = (message as { readonly ok?: unknown } | null)?.ok;
  return (ok === undefined ? undefined : problemOf(wireOperations[op].ok, ok)) ?? problemOf(answerMessage, message);
}
