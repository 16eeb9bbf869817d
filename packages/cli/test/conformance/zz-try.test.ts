import { writeFileSync } from "node:fs";
import { listCases, runCase } from "@roompass/conformance";
import { it } from "vitest";
import { subjects } from "./subjects.ts";

it("tries", async () => {
  const lines: string[] = [];
  for (const subject of subjects) {
    const t0 = process.cpuUsage();
    const cases = listCases(subject, { partners: subjects }).filter(({ id }) => /^core\.(translate|widening)/.test(id));
    const t1 = process.cpuUsage(t0);
    const counts: Record<string, number> = {};
    for (const one of cases) {
      const r = await runCase(one, subject, { timeoutMilliseconds: 60000 });
      const key = one.category + " " + one.id.split(".").slice(-2).join(".") + " " + r.outcome;
      counts[key] = (counts[key] ?? 0) + 1;
      if (r.outcome !== "pass" && r.outcome !== "not-applicable")
        lines.push(
          JSON.stringify({ id: r.id, v: subject.adapter.vendor, o: r.outcome, n: r.note, e: r.expected, a: r.actual }),
        );
    }
    const t2 = process.cpuUsage(t0);
    lines.unshift(
      subject.adapter.vendor +
        " list ms " +
        (t1.user + t1.system) / 1000 +
        " all ms " +
        (t2.user + t2.system) / 1000 +
        " cases " +
        cases.length +
        JSON.stringify(counts, null, 1),
    );
  }
  writeFileSync("/tmp/try.txt", lines.join("\n"));
}, 300000);
