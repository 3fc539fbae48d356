// Looks at every page of PDFs as a typesetter does: node pages.mjs FILE.pdf … prints what is wrong,
// then "N passed, N failed", a test being one check of one file; status 1 when any failed.
import { relative } from "node:path";
import { readBlocks, readWords } from "./page_lines.mjs";
import { pageChecks } from "./page_checks.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("use: node pages.mjs FILE.pdf …");
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const file of files) {
  const document = { ...await readBlocks(file), sheets: readWords(file) };
  for (const [name, check] of pageChecks) {
    const findings = check(document);
    const said = findings.map((finding) => `${relative(process.cwd(), file)}: ${name}: ${finding}`);
    if (said.length === 0) passed++;
    else failed++;
    for (const finding of said.slice(0, 10)) console.log(finding);
    if (said.length > 10) console.log(`… and ${said.length - 10} more`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
