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
// Faults that are known and wait to be mended: they are shown and not counted. A line goes with its
// fault.
const known = [
  { file: /large-print/, check: "words whole", why: "tables of many columns break words" },
  { file: /large-print/, check: "rows whole", why: "a row cut over pages may leave one line" },
];

let passed = 0;
let failed = 0;
for (const file of files) {
  const document = { ...await readBlocks(file), sheets: readWords(file) };
  for (const [name, check] of pageChecks) {
    const findings = check(document);
    const excuse = known.find((each) => each.check === name && each.file.test(file))?.why;
    if (findings.length === 0) passed++;
    else if (excuse) console.log(`known fault (${excuse}):`);
    else failed++;
    for (const finding of findings.slice(0, 10))
      console.log(`${relative(process.cwd(), file)}: ${name}: ${finding}`);
    if (findings.length > 10) console.log(`… and ${findings.length - 10} more`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
