import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import type { Subject } from "../subject/subject.js";
import { residueSource } from "./residue-source.js";

const now = 1_800_000_000;
const subject: Subject = { adapter: referenceAdapter };

describe("a token with what only its vendor has", () => {
  it("is asked for by the name of the property", () => {
    expect(residueSource(subject, "zone", now)?.decoded.residue).toEqual({ zone: "blue" });
  });

  it("is made of the sample that the subject brings, beside the claims of the plain grant", () => {
    const example = { residue: { zone: { zone: "cellar", can: { admit: true } } } };
    const source = residueSource({ ...subject, example }, "zone", now);
    expect(source?.decoded.residue).toEqual({ zone: "cellar" });
    expect(source?.claims).toMatchObject({ room: "2kyv-gzay-64pg", can: { admit: true } });
  });

  it("is found at a claim of that name where the encoder does not write it", () => {
    const adapter = {
      ...referenceAdapter,
      encode: (request: Parameters<typeof referenceAdapter.encode>[0]) => {
        const { extensions: _, ...grant } = request.grant;
        return referenceAdapter.encode({ ...request, grant });
      },
    };
    expect(residueSource({ adapter }, "theme", now)?.decoded.residue).toEqual({ theme: "blue" });
  });

  it("is none where the sample cannot be read, and where nobody knows the property", () => {
    const example = { residue: { ghost: { entry: "fly" } } };
    expect(residueSource({ ...subject, example }, "ghost", now)).toBeUndefined();
  });
});
