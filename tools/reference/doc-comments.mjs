// Every name that a package exports, and every member of it, says what it is.
import { createRequire } from "node:module";
import { relative, sep } from "node:path";
import { root } from "../../scripts/lib/run.mjs";

// The compiler that made the program, which is not the one that the repository is built with.
const ts = createRequire(createRequire(import.meta.url).resolve("@microsoft/api-extractor"))("typescript");

function isDocumented(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== "";
}

/** Nothing that a user calls or has to know: private and protected members, and the name that every error has. */
function isHidden(member) {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  if ((ts.getCombinedModifierFlags(member) & hidden) !== 0 || ts.isPrivateIdentifier(member.name)) return true;
  return ts.isClassDeclaration(member.parent) && member.name.getText() === "name";
}

/** The members that are written down in a declaration: of an interface, a class, or an object type behind a name. */
function membersOf(declaration) {
  const written = ts.isTypeAliasDeclaration(declaration) ? declaration.type.members : declaration.members;
  return (written ?? []).filter((member) => member.name !== undefined && !isHidden(member));
}

function findingsOf(symbol, name, checker) {
  const findings = isDocumented(symbol, checker) ? [] : [name];
  for (const declaration of symbol.declarations ?? []) {
    if (ts.isEnumDeclaration(declaration)) continue;
    for (const member of membersOf(declaration)) {
      const found = checker.getSymbolAtLocation(member.name);
      if (found !== undefined && !isDocumented(found, checker)) findings.push(`${name}.${member.name.getText()}`);
    }
  }
  return findings;
}

/**
 * The exported names and members without a doc comment, each with the source that it comes from.
 *
 * @param {readonly import("./entries.mjs").Entry[]} entries
 * @param {import("typescript").Program} program
 * @returns {{ symbols: number, undocumented: string[] }}
 */
export function undocumented(entries, program) {
  const checker = program.getTypeChecker();
  const seen = new Set();
  const findings = [];
  for (const { types } of entries) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(types));
    for (const exported of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (seen.has(symbol)) continue;
      seen.add(symbol);
      const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? types;
      const source = relative(root, file)
        .split(sep)
        .join("/")
        .replace("/dist/", "/src/")
        .replace(/\.d\.ts$/, ".ts");
      // What comes from somebody else's package is documented there.
      if (source.includes("node_modules/")) continue;
      findings.push(...findingsOf(symbol, exported.name, checker).map((name) => `${source}: ${name}`));
    }
  }
  return { symbols: seen.size, undocumented: [...new Set(findings)].sort() };
}
