import type { Socket } from "node:net";
import type { ServiceProblemCode, TokenService } from "@roompass/service";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { sendAnswer } from "./answer-service.js";

const codesByStatus: ReadonlyMap<number, ServiceProblemCode> = new Map<number, ServiceProblemCode>([
  [400, "http.bad-request"],
  [404, "http.not-found"],
  [405, "http.method-not-allowed"],
  [408, "http.timeout"],
  [413, "http.body-too-large"],
  [414, "http.header-too-large"],
  [415, "http.unsupported-media-type"],
  [431, "http.header-too-large"],
  [503, "http.overloaded"],
]);

function codeOf(status: number | undefined): ServiceProblemCode {
  const known = codesByStatus.get(status ?? 500);
  if (known !== undefined) return known;
  return status !== undefined && status >= 400 && status < 500 ? "http.bad-request" : "http.internal";
}

/** The framework's own errors, in the form of every other one. Its words repeat what was sent, so that none is kept. */
export function createErrorHandler(service: TokenService) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const code = codeOf(error.statusCode);
    if (code === "http.internal") request.log.error({ err: error, requestId: request.id }, "a request failed");
    sendAnswer(request, reply, service.problem(code, { requestId: request.id }));
  };
}

const statusTexts: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

function statusOf({ code }: NodeJS.ErrnoException): 400 | 408 | 431 {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

/** What is no HTTP does not get as far as a request; it is answered all the same, and the connection ends. */
export function createClientErrorHandler(service: TokenService) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = statusOf(error);
    const { headers, body } = service.problem(codeOf(status));
    const lines = Object.entries({ ...headers, "content-length": Buffer.byteLength(body), connection: "close" });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\n${head}\r\n${body}`);
  };
}
