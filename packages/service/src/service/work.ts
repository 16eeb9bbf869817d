import type { ServiceAnswer } from "../contract/token-service.js";
import { ServiceError } from "../errors/service-error.js";
import type { Route } from "../http/routes.js";
import type { Answer, Call } from "./call.js";
import { fail, finish, type RequestFrame } from "./requests.js";

/** Ends the wait, not the work: what was begun at a vendor goes on, and holds its place until it is over. */
async function inTime(answering: Promise<Answer>, milliseconds: number): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServiceError("http.too-slow")), milliseconds);
  });
  try {
    return await Promise.race([answering, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Who has waited as long as a request may take has most likely gone, and nothing is done for nobody. */
async function takePlace({ context, startedAt }: RequestFrame): Promise<void> {
  const { gate, limits, monotonicMilliseconds } = context;
  const place = gate.enter();
  if (place === undefined) return;
  await place;
  if (monotonicMilliseconds() - startedAt < limits.requestMilliseconds) return;
  gate.leave();
  throw new ServiceError("http.overloaded");
}

/** Second half of a request: waits for a place, works, answers. Never rejects. */
export async function work(
  frame: RequestFrame,
  route: Route,
  call: Call,
  body: Uint8Array | undefined,
): Promise<ServiceAnswer> {
  const { gate, limits } = call.context;
  try {
    if (body !== undefined && body.length > limits.bodyBytes) throw new ServiceError("http.body-too-large");
    await takePlace(frame);
    const answering = (async () => {
      try {
        return await route.handle({ ...call, body });
      } finally {
        gate.leave();
      }
    })();
    return finish(frame, await inTime(answering, limits.requestMilliseconds));
  } catch (error) {
    return fail(frame, error);
  }
}
