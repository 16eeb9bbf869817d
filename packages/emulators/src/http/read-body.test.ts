import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.js";

const read = (body: string | Uint8Array<ArrayBuffer> | ReadableStream | null, most = 1000) =>
  readBody(new Request("http://vendor.example/", { method: "POST", body, duplex: "half" } as RequestInit), most);

describe("a body", () => {
  it.each<[string, unknown]>([
    ["", { body: {} }],
    [" \n", { body: {} }],
    ['{"a":[1]}', { body: { a: [1] } }],
    ['{"a":"]]]\\"[["}', { body: { a: ']]]"[[' } }],
    ["[]", { problem: "no object" }],
    ["null", { problem: "no object" }],
    ["1", { problem: "no object" }],
    ["{", { problem: "no JSON" }],
    ["{}{}", { problem: "no JSON" }],
    ['{"__proto__":{}}', { problem: "no JSON" }],
    ['{"a":[{"__proto__":1}]}', { problem: "no JSON" }],
    ['{"a":"__proto__","constructor":1}', { body: { a: "__proto__", constructor: 1 } }],
    ['{"a":1,"a":2}', { body: { a: 2 } }],
    [`{"a":${"[".repeat(32)}${"]".repeat(32)}}`, { problem: "too large" }],
    [`{"a":"${"[".repeat(100)}"}`, { body: { a: "[".repeat(100) } }],
  ])("%j", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it("is UTF-8, and may be missing", async () => {
    expect(await read(new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual({ problem: "no JSON" });
    expect(await read(null)).toEqual({ body: {} });
  });

  it("is measured in bytes while it comes in", async () => {
    expect(await read('{"a":"ä"}', 10)).toEqual({ body: { a: "ä" } });
    expect(await read('{"a":"ä"}', 9)).toEqual({ problem: "too large" });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(100));
      },
    });
    expect(await read(endless, 1000)).toEqual({ problem: "too large" });
    expect(sent).toBeLessThan(20);
  });
});
