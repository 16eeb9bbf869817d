// npm binds a package's provenance to the repository that its manifest names, and refuses one that names another or none.
// Said here before anything is published, and for all packages at once.
import { publishedManifests } from "../packed/published.mjs";
import { namesRepository } from "./repository.mjs";

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
if (server === undefined || repository === undefined) {
  console.error("GITHUB_SERVER_URL and GITHUB_REPOSITORY are not set: this runs where packages are published.");
  process.exit(1);
}
const address = `${server}/${repository}`;
const wrong = publishedManifests().filter(({ directory, manifest }) => !namesRepository(manifest, address, directory));
for (const { directory } of wrong) {
  const entry = { type: "git", url: `git+${address}.git`, directory };
  console.error(`${directory}/package.json needs "repository": ${JSON.stringify(entry)}`);
}
process.exitCode = wrong.length === 0 ? 0 : 1;
