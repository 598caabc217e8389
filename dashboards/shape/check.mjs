// Writes the dashboards as TypeScript, for only literals are held to the letter.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";

const folder = new URL("..", import.meta.url);
const names = readdirSync(folder).filter(name => name.endsWith(".json"));
const literals = names.map(
  (name, i) => `export const dashboard${i}: Dashboard = ${readFileSync(new URL(name, folder), "utf8")};`,
);

mkdirSync(new URL("build", import.meta.url), {recursive: true});
writeFileSync(
  new URL("build/dashboards.ts", import.meta.url),
  `import type {Dashboard} from "../shape.ts";\n\n${literals.join("\n")}\n`,
);
console.log(`${names.length} dashboards: ${names.join(", ")}`);
