// Tests the judges of pages: each finds the fault in a small tagged PDF made for it, and nothing in
// the same file mended. Ends with "N passed, N failed"; status 1 when any judge is blind or sees
// what is not there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBlocks, readWords } from "./page_lines.mjs";
import { pageChecks } from "./page_checks.mjs";

// An element is [role, …kids]; a kid is an element or a line { page, x, y, text }. What is no
// content stands in `artifacts`. All is set in Helvetica of 12 points.
class Writer {
  constructor(root, artifacts, count) {
    this.objects = [];
    this.streams = Array.from({ length: count }, () => ({ text: "", next: 0 }));
    const [catalog, tree, pages, font] = [0, 0, 0, 0].map(() => this.add(""));
    this.pages = this.streams.map(() => this.add(""));
    for (const line of artifacts)
      this.streams[line.page].text += `/Artifact BMC ${this.show(line)} EMC\n`;
    const top = this.element(root, tree);
    this.set(catalog, `<</Type/Catalog/Pages ${pages} 0 R/StructTreeRoot ${tree} 0 R` +
      "/MarkInfo<</Marked true>>>>");
    this.set(tree, `<</Type/StructTreeRoot/K ${top} 0 R>>`);
    this.set(font, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    this.set(pages, `<</Type/Pages/Count ${count}/Kids[${this.pages.map((p) => `${p} 0 R`).join(" ")}]>>`);
    this.streams.forEach(({ text }, index) => {
      const content = this.add(`<</Length ${text.length}>>stream\n${text}\nendstream`);
      this.set(this.pages[index], `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 400 400]` +
        `/StructParents ${index}/Resources<</Font<</F ${font} 0 R>>>>/Contents ${content} 0 R>>`);
    });
  }
  add(body) {
    return this.objects.push(body);
  }
  set(number, body) {
    this.objects[number - 1] = body;
  }
  show({ x, y, text }) {
    return `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`;
  }
  element([role, ...kids], parent) {
    const own = this.add("");
    const refs = kids.map((kid) => {
      if (Array.isArray(kid)) return `${this.element(kid, own)} 0 R`;
      const stream = this.streams[kid.page];
      stream.text += `/${role}<</MCID ${stream.next}>>BDC ${this.show(kid)} EMC\n`;
      return `<</Type/MCR/Pg ${this.pages[kid.page]} 0 R/MCID ${stream.next++}>>`;
    });
    this.set(own, `<</Type/StructElem/S/${role}/P ${parent} 0 R/K[${refs.join(" ")}]>>`);
    return own;
  }
  file() {
    let text = "%PDF-1.7\n";
    const places = this.objects.map((body, index) => {
      const at = text.length;
      text += `${index + 1} 0 obj\n${body}\nendobj\n`;
      return `${String(at).padStart(10, "0")} 00000 n \n`;
    });
    const size = this.objects.length + 1;
    return `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}` +
      `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  }
}

const line = (page, y, text, x = 40) => ({ page, x, y, text });
const paragraph = (...lines) => ["P", ...lines];
const row = (role, page, y, first, second) =>
  ["TR", [role, line(page, y, first)], [role, line(page, y, second, 150)]];
const below = paragraph(line(1, 300, "Words on the next page"));
const table = (...rows) => ["Table", row("TH", 0, 60, "Kind", "Number"), ...rows];

// The check, the document with the fault, the one without; artifacts where there are any.
const faults = [
  ["within the page", { root: [paragraph(line(0, 200, "Words near the edge", 330))] },
    { root: [paragraph(line(0, 200, "Words", 330))] }],
  ["within the page", { root: [paragraph(line(0, 10, "Words at the foot"))] },
    { root: [paragraph(line(0, 30, "Words at the foot"))] }],
  ["words apart", { root: [paragraph(line(0, 200, "Some words"), line(0, 197, "Other words"))] },
    { root: [paragraph(line(0, 200, "Some words"), line(0, 186, "Other words"))] }],
  ["headings in company", { root: [["H2", line(0, 40, "A heading")], below] },
    { root: [["H2", line(1, 320, "A heading")], below] }],
  ["headings in company", { root: [["Table", ["Caption", line(0, 40, "Table 1")],
    row("TH", 1, 300, "Kind", "Number")]] },
  { root: [["Table", ["Caption", line(1, 320, "Table 1")], row("TH", 1, 300, "Kind", "Number")]] }],
  ["headings in company", { root: [paragraph(line(0, 40, "Figure 1")), ["Figure", line(1, 300, "A")]] },
    { root: [paragraph(line(1, 320, "Figure 1")), ["Figure", line(1, 300, "A")]] }],
  ["lines in company", { root: [paragraph(line(0, 40, "One"), line(1, 350, "two"), line(1, 336, "three"))] },
    { root: [paragraph(line(0, 54, "One"), line(0, 40, "two"), line(1, 350, "three"), line(1, 336, "four"))] }],
  ["lines in company", { root: [["L", ["LI", ["Lbl", line(0, 54, "1", 30)],
    ["LBody", line(0, 54, "One"), line(0, 40, "two"), line(1, 350, "three")]]]] },
  { root: [["L", ["LI", ["Lbl", line(0, 54, "1", 30)],
    ["LBody", line(0, 54, "One"), line(0, 40, "two"), line(0, 26, "three")]]]] }],
  ["rows whole", { root: [table(["TR", ["TH", line(0, 40, "A")], ["TD", line(0, 40, "One", 150),
    line(1, 350, "more", 150)]])] }, { root: [table(row("TD", 0, 40, "A", "One"))] }],
  ["heads repeated", { root: [table(row("TD", 0, 40, "A", "1"), row("TD", 1, 350, "B", "2"))] },
    { root: [table(row("TD", 0, 40, "A", "1"), row("TD", 1, 350, "B", "2"))],
      artifacts: [line(1, 370, "Kind"), line(1, 370, "Num", 150), line(1, 360, "ber", 150)] }],
  ["words whole", { root: [paragraph(line(0, 200, "Engl"), line(0, 186, "and"))] },
    { root: [paragraph(line(0, 200, "Engl "), line(0, 186, "and"))] }],
];

let passed = 0;
let failed = 0;

function hold(name, good, why) {
  if (good) passed++;
  else {
    failed++;
    console.log(`${name}: ${why}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "faults-"));
async function judge(check, { root, artifacts = [] }) {
  const file = join(folder, "page.pdf");
  writeFileSync(file, new Writer(["Document", ...root], artifacts, 2).file(), "latin1");
  return check({ ...await readBlocks(file), sheets: readWords(file) });
}

for (const [name, faulty, mended] of faults) {
  const [, check] = pageChecks.find(([which]) => which === name);
  hold(name, (await judge(check, faulty)).length > 0, "the fault was not found");
  const still = await judge(check, mended);
  hold(name, still.length === 0, `mended, and still: ${still[0]}`);
}
for (const [name] of pageChecks)
  hold(name, faults.some(([which]) => which === name), "there is no file with its fault");
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
