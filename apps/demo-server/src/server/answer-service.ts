import { isIP } from "node:net";
import type { RequestHead, ServiceAnswer, TokenService } from "@roompass/service";
import type { FastifyReply, FastifyRequest } from "fastify";
import { readBody } from "./read-body.js";

/** Everything of an answer but its body. */
export function prepareAnswer(request: FastifyRequest, reply: FastifyReply, { status, headers }: ServiceAnswer): void {
  // What is left of a long body is not waited for: the connection ends with the answer. A short one is read and dropped,
  // which is cheaper than another connection.
  if (!request.raw.complete && mayBeLong(request)) reply.header("connection", "close");
  reply.code(status).headers(headers);
}

/** Sends an answer as it is. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: ServiceAnswer): void {
  prepareAnswer(request, reply, answer);
  void reply.send(answer.body);
}

const shortBytes = 65_536;

function mayBeLong({ headers }: FastifyRequest): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? "0") > shortBytes;
}

/** A proxy that passes on what it was sent may name anything; an address is an address. */
function addressOf({ ip, raw }: FastifyRequest): string | undefined {
  return isIP(ip) === 0 ? raw.socket.remoteAddress : ip;
}

function headOf(request: FastifyRequest): RequestHead {
  // Node keeps the first of several Authorization headers and drops the others; here every one counts.
  const headers = request.raw.headersDistinct;
  return {
    method: request.method,
    target: request.raw.url ?? "/",
    header: (name) => headers[name]?.join(", "),
    peer: { address: addressOf(request), requestId: request.id },
  };
}

/** Hands requests to the service: the head first, and the body only where the head is good for one. */
export function createServiceHandler(service: TokenService, bodyMilliseconds: number) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const admitted = await service.admit(headOf(request));
    if (!("answer" in admitted)) {
      sendAnswer(request, reply, admitted);
      return reply;
    }
    if (admitted.maxBytes === 0) {
      sendAnswer(request, reply, await admitted.answer(undefined));
      return reply;
    }
    const read = await readBody(request.raw, admitted.maxBytes, bodyMilliseconds);
    if ("bytes" in read) {
      sendAnswer(request, reply, await admitted.answer(read.bytes));
    } else if (read.problem === "too-slow") {
      // Node would otherwise wait for the rest a while longer, and then answer the same request a second time.
      reply.header("connection", "close");
      sendAnswer(request, reply, service.problem("http.timeout", { requestId: request.id }));
    } else {
      reply.hijack();
      request.raw.destroy();
    }
    return reply;
  };
}
