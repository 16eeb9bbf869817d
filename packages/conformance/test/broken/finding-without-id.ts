import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "tells of a camera that it cannot read, without an id",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => {
        const native = fromClaims(claims);
        const findings = native.findings.map((finding) =>
          finding.path === "camera" ? { ...finding, id: "" } : finding,
        );
        return { ...native, findings };
      },
    })),
};
