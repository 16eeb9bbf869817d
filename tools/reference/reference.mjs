// npm run reference: the reference of every exported name as pages of HTML, made from the declarations and their comments.
// A `{@link}` that leads nowhere fails, and so does a link on a page. Needs the packages built.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Converter, LogLevel } from "typedoc";
import { root } from "../../scripts/lib/run.mjs";
import { compilerOptions, publicEntries, requireBuilt } from "./entries.mjs";
import { checkLinks } from "./links.mjs";

const packages = join(root, "packages");
const out = join(root, "reports", "reference");
const tsconfig = join(root, "node_modules", ".cache", "roompass", "reference.tsconfig.json");

const entries = publicEntries();
requireBuilt(entries);
rmSync(out, { recursive: true, force: true });
const files = entries.map(({ types }) => types);
mkdirSync(dirname(tsconfig), { recursive: true });
writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files }));

const app = await Application.bootstrap({
  name: "roompass",
  entryPoints: files,
  tsconfig,
  basePath: packages,
  readme: fileURLToPath(new URL("./front-page.md", import.meta.url)),
  // The declarations were compiled when they were made; here they are only read.
  skipErrorChecking: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  // Declarations have no lines worth pointing to; the sources are in the packages.
  disableSources: true,
  hideGenerator: true,
  githubPages: false,
  lightHighlightTheme: "light-plus",
  darkHighlightTheme: "dark-plus",
  navigation: { includeGroups: false, includeFolders: false },
  // What is called comes before the types that it takes and returns.
  kindSortOrder: ["Function", "Class", "Variable", "Interface", "TypeAlias"],
  groupOrder: ["Functions", "Classes", "Variables", "Interfaces", "Type Aliases"],
  visibilityFilters: {},
  validation: { invalidLink: true, invalidPath: true, notExported: false, notDocumented: false, rewrittenLink: true },
  treatWarningsAsErrors: true,
  logLevel: LogLevel.Warn,
});

// A page is called what a user imports; TypeDoc calls it by its file, `core/dist/kit`. Before links are resolved, so that
// the front page can link by these names.
const specifiers = new Map(
  entries.map(({ types, specifier }) => [relative(packages, types).split(sep).join("/"), specifier]),
);
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project: { children = [] } }) => {
  for (const module of children) {
    const specifier = specifiers.get(`${module.name}.d.ts`) ?? specifiers.get(`${module.name}/index.d.ts`);
    if (specifier === undefined) throw new Error(`No entry is called ${module.name}.`);
    module.name = specifier;
  }
});

const project = await app.convert();
if (project === undefined) process.exit(1);

app.validate(project);
await app.generateDocs(project, out);
const { pages, links, broken } = checkLinks(out);
for (const link of broken) console.error(`leads nowhere: ${link}`);
const faults = app.logger.errorCount + app.logger.warningCount + broken.length;
console.log(`${pages} pages with ${links} local links in reports/reference, ${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
