import { expect, it } from "vitest";
import { chunksOf } from "../testing/fake-io.js";
import { InputNotText, InputTooLong, readBounded } from "./read-bounded.js";

it("takes exactly as many bytes as it may, and not one more", async () => {
  expect(await readBounded(chunksOf("ä".repeat(5000)), 10_000)).toBe("ä".repeat(5000));
  await expect(readBounded(chunksOf("ä".repeat(5000)), 9_999)).rejects.toBeInstanceOf(InputTooLong);
});

it("asks an endless input for no more than it needs, and lets it close", async () => {
  let given = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        given += 1;
        yield new Uint8Array(1000);
      }
    } finally {
      closed = true;
    }
  }
  await expect(readBounded(endless(), 10_000)).rejects.toBeInstanceOf(InputTooLong);
  expect({ given, closed }).toEqual({ given: 11, closed: true });
});

it("takes off a byte order mark", async () => {
  expect(await readBounded(chunksOf("\ufeffa"), 10)).toBe("a");
});

it("refuses what is no UTF-8, such as the UTF-16 that some shells write", async () => {
  async function* utf16(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(0xff, 0xfe, 0x61, 0x00);
  }
  await expect(readBounded(utf16(), 10)).rejects.toBeInstanceOf(InputNotText);
});
