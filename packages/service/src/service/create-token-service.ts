import type { TokenServiceSettings } from "../contract/settings.js";
import type {
  Peer,
  ProblemOptions,
  ServiceAnswer,
  ServiceProblemCode,
  TokenService,
} from "../contract/token-service.js";
import { docsRoutes } from "../docs/docs-routes.js";
import { ServiceError } from "../errors/service-error.js";
import { readBytes } from "../http/read-bytes.js";
import { apiRoutes } from "../http/routes.js";
import { openapiDocument } from "../openapi/document.js";
import { admit, requestIdOf } from "./admit.js";
import { readSettings } from "./read-settings.js";
import { fail } from "./requests.js";

const stranger: Peer = Object.freeze({ address: undefined });

/** Bodies are text already; statuses without a body must not have one. */
function toResponse({ status, headers, body }: ServiceAnswer): Response {
  return new Response(body === "" ? null : body, { status, headers });
}

/**
 * Makes a token service: one core for every runtime, behind `fetch` or behind a server of your own.
 *
 * @throws TypeError or RoompassError for settings that are wrong, with the name of what is.
 */
export function createTokenService(settings: TokenServiceSettings): TokenService {
  const context = readSettings(settings);
  const withInvitations = context.invitations !== undefined;
  const openapi = openapiDocument(withInvitations);
  const routes = new Map([...apiRoutes(withInvitations), ...docsRoutes(openapi)]);

  const problem = (code: ServiceProblemCode, options: ProblemOptions = {}): ServiceAnswer => {
    const { retryAfterSeconds } = options;
    const headers = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
    const frame = {
      context,
      requestId: requestIdOf(options.requestId),
      method: "GET",
      origin: options.origin,
      startedAt: context.monotonicMilliseconds(),
      route: "unknown" as const,
      headers: {},
    };
    return fail(frame, new ServiceError(code, { headers }));
  };

  return Object.freeze<TokenService>({
    openapi,
    problem,
    admit: (head) => admit(context, routes, head),
    async fetch(request, peer = stranger) {
      try {
        const url = new URL(request.url);
        const admitted = await admit(context, routes, {
          method: request.method,
          target: url.pathname + url.search,
          header: (name) => request.headers.get(name) ?? undefined,
          peer,
        });
        if (!("answer" in admitted)) return toResponse(admitted);
        const { maxBytes } = admitted;
        const body = maxBytes === 0 || request.body === null ? undefined : await readBytes(request.body, maxBytes);
        return toResponse(await admitted.answer(body));
      } catch {
        // The body broke off: there may be nobody left to answer.
        return toResponse(problem("http.bad-request"));
      }
    },
  });
}
