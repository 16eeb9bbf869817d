import { it } from "vitest";
import { attempt, readingOf, vendors, now } from "./vendors.ts";
import { dailySpace, dailyForms } from "./spaces/daily-space.ts";
import { meteredSpace } from "./spaces/metered-space.ts";
import { videosdkSpace } from "./spaces/videosdk-space.ts";
it("sizes", () => {
  console.log(dailySpace.length, dailyForms.length, meteredSpace.length, videosdkSpace.length);
  const spaces = { daily: dailySpace, metered: meteredSpace, videosdk: videosdkSpace };
  for (const from of vendors) for (const to of vendors) {
    const space = spaces[from]; const step = Math.floor(space.length / 2000) | 1;
    const part = space.filter((_, i) => i % step === 0).map((c) => readingOf(from, c));
    const t = performance.now(); let ok = 0;
    for (const r of part) if (attempt(r, to).moved) ok++;
    console.log(from, to, part.length, ok, ((performance.now() - t) / part.length * 1000).toFixed(0) + "us");
  }
});
