// npm run sbom: a bill of materials (CycloneDX) for each published package, of what a user installs with it, into
// reports/sbom/. npm makes it of the versions in the lock file.
//
// Asked inside this repository, npm counts what the packages need for their own tests and leaves out what hangs on their
// siblings. So each package gets a lock file of its own, cut out of the one that is committed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askNpm, root } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { installedWith, usersManifest } from "./installed-with.mjs";

const folder = join(root, "reports", "sbom");

async function billOf(one) {
  const manifest = usersManifest(one.manifest);
  const place = mkdtempSync(join(tmpdir(), "roompass-sbom-"));
  try {
    const { name, version } = manifest;
    const packages = { "": manifest, ...installedWith(one) };
    writeFileSync(join(place, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(place, "package-lock.json"), JSON.stringify({ name, version, lockfileVersion: 3, packages }));
    const words = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=library", "--package-lock-only"];
    const bill = await askNpm([...words, `--prefix=${place}`]);
    // npm calls it by its folder.
    bill.metadata.component.name = name;
    return bill;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const one of publishedManifests()) {
  const bill = await billOf(one);
  const file = `${one.directory.slice("packages/".length)}.cdx.json`;
  writeFileSync(join(folder, file), `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${file}: ${one.manifest.name}@${one.manifest.version}, ${bill.components.length} components`);
}
