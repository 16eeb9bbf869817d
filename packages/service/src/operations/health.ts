import type { Answer, Call } from "../service/call.js";

/** `GET /livez`: the process answers. Asks nobody, so that a vendor's bad day restarts nothing. */
export async function live(): Promise<Answer> {
  return { status: 200, body: { status: "ok" } };
}

async function works(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return (await check()) === true;
  } catch {
    return false;
  }
}

/** `GET /readyz`: store, clock and what the operator added. Which of them failed is not said here. */
export async function ready({ context, now }: Call): Promise<Answer> {
  const checks = [
    () => context.store.ready(),
    () => Number.isSafeInteger(now) && now >= context.builtAt,
    ...context.readiness,
  ];
  const results = await Promise.all(checks.map(works));
  return results.every(Boolean)
    ? { status: 200, body: { status: "ok" } }
    : { status: 503, body: { status: "unavailable" }, headers: { "retry-after": "1" } };
}
