// A census of a PDF: is everything that the document says in it, as what it is, in its order?
//
//   node census.mjs FILE.pdf FILE.tree …      pairs of a PDF and the tree that it was made from
//
// Each node of the tree is a test: a heading with its level, a paragraph, an item with its label, a
// table with the role, scope and text of each cell, a chart with its alternative text. So is each
// link, each entry of the contents and of the outline, and each word of pdftotext's. Ends with
// "N passed, N failed"; status 1 when any failed.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readPdf, elementText } from "./census_pdf.mjs";
import { everyNode, expectedBlocks, nodeText, readTree } from "./census_tree.mjs";

let passed = 0;
let failed = 0;

function verdict(file, good, message) {
  if (good) passed++;
  else {
    failed++;
    console.log(`${basename(file)}: ${message}`);
  }
}

// Spaces of all widths are one; characters that only say where lines may break, or which way text
// runs, are none.
function plain(text) {
  return text.normalize("NFC").replace(/[\u00AD\u200B\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/\s+/gu, " ").trim();
}

function short(text) {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

// -- the PDF's blocks ------------------------------------------------------------------------------

const transparent = new Set(["Document", "Part", "Sect", "Div", "NonStruct"]);
const inline = new Set(["Span", "Link", "Reference", "Strong", "Em", "Quote", "Code"]);
const attribute = (element, name) => String(element.attributes[name] ?? "").replace(/^\//, "");

function ownText(element) {
  return element.kids.map((kid) => kid.text ?? (inline.has(kid.role) ? elementText(kid) : "")).join("");
}

function tableBlock(element) {
  const rows = [];
  let caption = "";
  for (const part of element.kids) {
    if (part.role === "Caption") caption += elementText(part);
    for (const row of part.role === "TR" ? [part] : part.kids.filter((kid) => kid.role === "TR"))
      rows.push(row.kids.map((cell) => ({
        text: elementText(cell), role: cell.role, scope: attribute(cell, "/Scope"),
      })));
  }
  return { role: "Table", text: caption, rows };
}

function foundBlocks(root) {
  const blocks = [];
  const walk = (element, path) => {
    const base = { path: path.join(" "), page: element.page, lang: element.lang || undefined };
    if (element.role === "Table") return blocks.push({ ...base, ...tableBlock(element) });
    if (element.role === "TOC" || inline.has(element.role)) return undefined;
    if (!transparent.has(element.role)) {
      blocks.push({ ...base, role: element.role, alt: element.alt,
        text: element.role === "Figure" ? "" : ownText(element),
        numbering: attribute(element, "/ListNumbering") || undefined });
      path = [...path, element.role];
    }
    return element.kids.filter((kid) => kid.role).forEach((kid) => walk(kid, path));
  };
  walk(root, []);
  return blocks;
}

// -- comparing -------------------------------------------------------------------------------------

// What makes two blocks the same one; tables are compared cell by cell afterwards.
function key(block) {
  const text = block.rows ? "" : plain(block.text);
  return [block.path, block.role, block.numbering ?? "", text].join("\u0001");
}

// The longest sequence of blocks that both have: pairs of indexes.
function common(left, right) {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i * width + j] = left[i] === right[j] ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  const pairs = new Map();
  for (let i = 0, j = 0; i < left.length && j < right.length;)
    if (left[i] === right[j]) pairs.set(i++, j++);
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i++;
    else j++;
  return pairs;
}

function show(block) {
  return `${block.path ? `${block.path} ` : ""}${block.role} "${short(plain(block.text))}"`;
}

function compareTable(file, expected, found) {
  const shape = (rows) => `${rows.length} × ${rows[0]?.length ?? 0}`;
  const name = short(plain(expected.text));
  verdict(file, plain(expected.text) === plain(found.text),
    `${expected.place}: the table "${name}" has the caption "${short(plain(found.text))}"`);
  verdict(file, shape(expected.rows) === shape(found.rows),
    `${expected.place}: the table "${name}" has ${shape(found.rows)} cells, not ${shape(expected.rows)}`);
  expected.rows.forEach((row, index) => {
    const wrong = row.findIndex((cell, column) => {
      const other = found.rows[index]?.[column];
      return !other || plain(other.text) !== plain(cell.text) || other.role !== cell.role ||
        other.scope !== cell.scope;
    });
    verdict(file, wrong < 0, `${expected.place}: the table "${name}", row ${index}: ` +
      `${JSON.stringify(found.rows[index]?.[wrong])} stands for ${JSON.stringify(row[wrong])}`);
  });
}

function compareBlocks(file, expected, found) {
  const pairs = common(expected.map(key), found.map(key));
  const matched = new Set(pairs.values());
  expected.forEach((block, index) => {
    const other = found[pairs.get(index)];
    verdict(file, other, `${block.place}: not in its place: ${show(block)}`);
    if (!other) return;
    block.page = other.page;
    if (block.rows) compareTable(file, block, other);
    if (block.alt) verdict(file, plain(other.alt).includes(plain(block.alt)),
      `${block.place}: the picture "${block.alt}" has the alternative text "${other.alt}"`);
    if (block.lang) verdict(file, other.lang === block.lang,
      `${block.place}: ${show(block)} is not marked as "${block.lang}"`);
  });
  found.forEach((block, index) => matched.has(index) ||
    verdict(file, false, `page ${block.page + 1}: the tree has nothing like ${show(block)}`));
}

// -- links, contents, outline ----------------------------------------------------------------------

function elements(root, role) {
  return root.kids.filter((kid) => kid.role).flatMap((kid) =>
    [...(kid.role === role ? [kid] : []), ...elements(kid, role)]);
}

function destinationPage(pdf, annotation) {
  const action = pdf.objects.get(annotation["/A"]);
  const place = pdf.objects.get(annotation["/Dest"] ?? action?.["/D"]);
  return Array.isArray(place) ? pdf.references.indexOf(place[0]) : -1;
}

// A link's annotations: each with words that say where it leads, and leading there.
function checkLink(file, pdf, link, text, page, address) {
  const annotations = link.kids.filter((kid) => kid.annotation).map((kid) => kid.annotation);
  verdict(file, annotations.length > 0 &&
    annotations.every((each) => pdf.objects.text(each["/Contents"]).length > 1),
  `the link "${text}" has no area to press, or no description`);
  verdict(file, annotations.every((each) => address
    ? pdf.objects.text(pdf.objects.get(each["/A"])?.["/URI"]) === address
    : destinationPage(pdf, each) === page),
  `the link "${text}" does not lead to ${address ?? `page ${page + 1}`}`);
}

// A note is where the n-th element of its kind is; its mark leads there, and it leads to its mark.
function addNotes(pdf, found, expected, pages) {
  elements(pdf.root, "Note").forEach((note, index) => pages.set(`note-${index + 1}`, note.page));
  expected.forEach((node, index) => node.id && found[index] && pages.set(node.id, found[index].page));
}

function compareLinks(file, pdf, tree, pages) {
  const found = elements(pdf.root, "Link").filter((link) => !link.ofContents);
  const expected = [...everyNode(tree)].filter((node) => node.kind === "link");
  verdict(file, found.length === expected.length,
    `${found.length} links where the document has ${expected.length}`);
  addNotes(pdf, found, expected, pages);
  expected.forEach((node, index) => {
    const text = plain(nodeText(node));
    const link = found[index];
    verdict(file, link && plain(elementText(link)) === text, `the link "${text}" is missing`);
    if (!link) return;
    if (node.target.startsWith("#")) checkLink(file, pdf, link, text, pages.get(node.target.slice(1)));
    else checkLink(file, pdf, link, text, undefined, node.target);
  });
}

// The contents name every heading of the levels that they go down to, and the page it stands on.
function compareContents(file, pdf, headings) {
  const links = elements(pdf.root, "TOC").length > 0
    ? elements(elements(pdf.root, "TOC")[0], "Link") : [];
  for (const link of links) link.ofContents = true;
  const downTo = (role) => headings.filter((each) => each.role <= role);
  const listed = ["H2", "H3", "H4"].map(downTo).find((some) => some.length >= links.length) ?? downTo("H4");
  verdict(file, links.length === listed.length,
    `the contents have ${links.length} entries, not ${listed.length}`);
  listed.forEach((heading, index) => {
    const wanted = `${plain(heading.text)} ${heading.page + 1}`;
    const got = links[index] ? plain(elementText(links[index])) : "nothing";
    verdict(file, got === wanted, `the contents say "${got}", not "${wanted}"`);
    if (links[index]) checkLink(file, pdf, links[index], wanted, heading.page);
  });
}

function compareOutline(file, pdf, headings) {
  const titles = [];
  const walk = (items, depth) => items.forEach((item) => {
    titles.push(`${depth} ${plain(item.title)}`);
    walk(item.items, depth + 1);
  });
  walk(pdf.outline, 2);
  const deepest = Math.max(...titles.map((title) => Number(title[0])));
  const wanted = headings.map((each) => `${each.role[1]} ${plain(each.text)}`)
    .filter((title) => Number(title[0]) <= deepest);
  verdict(file, deepest >= 2, "there is no outline");
  for (const title of wanted)
    verdict(file, titles.includes(title), `the outline lacks "${title.slice(2)}" at its level`);
}

// -- words, languages, metadata --------------------------------------------------------------------

function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

// Every word as often as it is written, but for those with a hyphen, whose halves pdftotext may find on
// lines of different columns. A word that is longer than its column is broken. It orders text from right to left by a guess of its
// own, so paragraphs with such text are left to the structure's order.
function compareWords(file, words, blocks) {
  const bare = (text) => plain(text.normalize("NFKC")).replace(/[-\u2010\u2011]/g, "");
  const found = count(bare(words).split(" "));
  const run = bare(words).replace(/ /g, "");
  const all = blocks.flatMap((block) => [block.text, ...(block.rows ?? []).flat()
    .map((cell) => cell.text)]).filter((text) => !/[\u0590-\u08FF]/.test(text));
  for (const [word, times] of count(all.flatMap((text) => plain(text.normalize("NFKC")).split(" "))
    .filter((word) => word && !/[-\u2010\u2011]/.test(word))))
    verdict(file, (found.get(word) ?? 0) >= times || run.split(word).length > times,
      `pdftotext finds "${word}" ${found.get(word) ?? 0} times, not ${times}`);
}

function compareLanguages(file, pdf, tree) {
  const marked = elements(pdf.root, "Span").filter((span) => span.lang)
    .map((span) => `${span.lang} ${plain(elementText(span))}`);
  for (const node of everyNode(tree)) {
    if (node.kind !== "span" || !node.language) continue;
    const wanted = `${node.language} ${plain(nodeText(node))}`;
    verdict(file, marked.includes(wanted), `nothing is marked as "${short(wanted)}"`);
  }
}

function compareMetadata(file, pdf, tree) {
  verdict(file, pdf.marked, "it does not say that it is tagged");
  for (const [name, field] of [["Title", "title"], ["Author", "author"], ["Language", "language"]])
    verdict(file, pdf.info[name] === tree[field],
      `its ${name} is "${pdf.info[name]}", not "${tree[field]}"`);
  for (let page = 1; page <= pdf.references.length; page++)
    verdict(file, !pdf.disagreements.includes(page),
      `page ${page}: pdf.js reads its structure in another order`);
}

async function census(file, source) {
  const tree = readTree(readFileSync(source, "utf8"));
  const expected = expectedBlocks(tree);
  const pdf = await readPdf(file);
  compareBlocks(file, expected, foundBlocks(pdf.root));
  const headings = expected.filter((block) => /^H[2-6]$/.test(block.role) && block.id !== undefined);
  if (!tree.coverless) compareContents(file, pdf, headings);
  compareLinks(file, pdf, tree, new Map(headings.map((each) => [each.id, each.page])));
  compareOutline(file, pdf, headings);
  compareWords(file, pdf.words, expected);
  compareLanguages(file, pdf, tree);
  compareMetadata(file, pdf, tree);
}

const files = process.argv.slice(2);
if (files.length === 0 || files.length % 2) {
  console.error("use: node census.mjs FILE.pdf FILE.tree …");
  process.exit(2);
}
for (let i = 0; i < files.length; i += 2) await census(files[i], files[i + 1]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
