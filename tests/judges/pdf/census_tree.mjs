// Reads a document's tree, as `hearth render NAME.tree` prints it: what a PDF must then hold.
const lineShape = /^( *)([a-z]+)(.*)$/;
const fieldShape = / (?:([a-z]+)=)?(?:"((?:[^"\\]|\\.)*)"|(\d+))| (ordered|letters|roman|total)\b/gy;

// A list's number as it is printed: 3, c or iii.
function numeral(list, number) {
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  const tens = ["", "x", "xx", "xxx", "xl"];
  if (list.letters) return String.fromCharCode(96 + number);
  return list.roman ? tens[Math.floor(number / 10)] + ones[number % 10] : number;
}

function unquote(text) {
  return text.replace(/\\(.)/g, (_, byte) => (byte === "n" ? "\n" : byte));
}

// level=2 number="1" "text" and the like; a text without a name is called text.
function readFields(line) {
  const fields = {};
  fieldShape.lastIndex = 0;
  for (let at; (at = fieldShape.exec(line)); )
    if (at[4]) fields[at[4]] = true;
    else fields[at[1] ?? "text"] = at[3] ? Number(at[3]) : unquote(at[2]);
  return fields;
}

// The lines with a bar under a chart or a table.
function addData(node, line) {
  const data = (node.data ??= { rows: [] });
  const cells = line.replace(/^\|\s?/, "");
  const seen = (data.seen = (data.seen ?? 0) + 1);
  if (seen === 1) Object.assign(data, readFields(" number=" + cells));
  else if (node.kind === "chart" && seen === 2) Object.assign(data, readFields(" " + cells));
  else data.rows.push(cells.split(" | ").map((cell) => cell.replace(/ \{[\w.-]+\}$/, "")));
}

export function readTree(source) {
  const tree = { cover: [], kids: [] };
  const open = [{ depth: -1, node: tree }];
  for (const line of source.split("\n")) {
    if (/^ *\|/.test(line)) {
      addData(open.at(-1).node, line.trimStart());
      continue;
    }
    const shape = lineShape.exec(line);
    if (!shape) continue;
    const [, indent, kind, rest] = shape;
    const node = { kind, ...readFields(rest), place: / @(\S+)$/.exec(rest)?.[1], kids: [] };
    if (kind === "document") Object.assign(tree, node, { cover: [], coverless: node.cover === "none" });
    else if (kind === "cover") tree.cover.push(node);
    else {
      while (open.at(-1).depth >= indent.length) open.pop();
      open.at(-1).node.kids.push(node);
      open.push({ depth: indent.length, node });
    }
  }
  return tree;
}

export function nodeText(node) {
  if (node.kind === "text" || node.kind === "figure") return node.text ?? "";
  return node.kind === "break" ? " " : node.kids.map(nodeText).join("");
}

export function* everyNode(node) {
  for (const kid of node.kids) {
    yield kid;
    yield* everyNode(kid);
  }
}

// -- what the PDF must hold, block by block, in the order in which it is read ----------------------

class Expected {
  constructor() {
    this.blocks = [];
    this.level = 1;
    this.path = [];
  }
  add(role, text, more = {}) {
    this.blocks.push({ role, text, path: this.path.join(" "), place: this.place, ...more });
  }
  within(role, work, more) {
    this.add(role, "", more);
    this.path.push(role);
    work();
    this.path.pop();
  }
  all(nodes) {
    for (const node of nodes) this.node(node);
  }
  node(node) {
    this.place = node.place ?? this.place;
    (this[node.kind] ?? this.unknown).call(this, node);
  }
  unknown(node) {
    throw new Error(`census_tree.mjs does not know the node "${node.kind}"`);
  }
  heading(node) {
    this.level = Math.min(node.level, this.level + 1, 6);
    this.add(`H${this.level}`, `${node.number ?? ""} ${nodeText(node)}`, { id: node.id });
  }
  paragraph(node) {
    this.add("P", `${node.number ?? ""} ${nodeText(node)}`, { lang: node.language });
  }
  address(node) {
    this.add("P", nodeText(node));
  }
  rule() {}
  quote(node) {
    this.within("BlockQuote", () => this.all(node.kids));
  }
  list(node) {
    const start = node.start ?? 1;
    this.within("L", () => node.kids.forEach((item, index) =>
      this.item(item, node.ordered ? `${numeral(node, start + index)}.` : "•")),
    { numbering: !node.ordered ? "Disc" : node.letters ? "LowerAlpha" : node.roman ? "LowerRoman" : "Decimal" });
  }
  // An item that is but a paragraph has its words in LBody itself.
  item(item, label) {
    this.place = item.place ?? this.place;
    this.within("LI", () => {
      this.add("Lbl", label);
      if (item.id) return this.within("LBody", () => this.note(item), {});
      const alone = item.kids.length === 1 && item.kids[0].kind === "paragraph";
      this.within("LBody", () => alone || this.all(item.kids),
        alone ? { text: nodeText(item.kids[0]) } : {});
    });
  }
  note(item) {
    const alone = item.kids.length === 1 && item.kids[0].kind === "paragraph";
    this.within("Note", () => alone || this.all(item.kids),
      alone ? { text: nodeText(item.kids[0]) } : {});
    return true;
  }
  headlines(node) {
    this.within("L", () => {
      for (const headline of node.kids)
        this.within("LI", () => this.within("LBody", () => {}, {
          text: `${nodeText(headline.kids[0])} ${headline.kids.slice(1).map(nodeText).join("")}`,
        }));
    }, { numbering: "None" });
  }
  pathway(node) {
    this.within("L", () => node.kids.forEach((step, index) => this.step(step, `${index + 1}`)),
      { numbering: "Decimal" });
  }
  // A step's name stands on a line of its own, so it does without the stop that ended it.
  step(step, label) {
    const name = step.kids[0]?.kids[0];
    if (name?.kind === "strong") {
      const text = nodeText(name).replace(/[.:]$/, " ");
      name.kids = [{ kind: "text", text: `${text} `, kids: [] }];
    }
    this.item(step, label);
  }
  panels(node) {
    this.all(node.kids);
  }
  panel(node) {
    if (node.text) this.add(this.level < 6 ? `H${this.level + 1}` : "P", node.text);
    this.all(node.kids);
  }
  chart({ data }) {
    this.add("P", `Figure ${data.number}: ${data.title}`);
    if (data.subtitle) this.add("P", data.subtitle);
    this.add("Figure", "", { alt: `Figure ${data.number}: ${data.title}` });
    if (data.description) this.add("P", `Description of figure ${data.number}: ${data.description}`);
    if (data.note) this.add("P", `Note: ${data.note}`);
    if (data.source) this.add("P", `Source: ${data.source}`);
  }
  table({ data }) {
    const caption = data.number ? `Table ${data.number}: ${data.caption ?? ""}` : data.caption ?? "";
    const rows = data.rows.map((row, index) => row.map((text, column) => ({
      text, role: index === 0 || column === 0 ? "TH" : "TD",
      scope: index === 0 ? "Column" : column === 0 ? "Row" : "",
    })));
    this.add("Table", `${caption} ${data.note ?? ""}`, { rows });
    if (data.source) this.add("P", `Source: ${data.source}`);
  }
}

export function expectedBlocks(tree) {
  const expected = new Expected();
  const headlines = tree.kids[0]?.kind === "headlines" && tree.kids[0];
  expected.place = "cover";
  expected.add("P", tree.council);
  expected.add("H1", tree.title);
  expected.add("P", tree.subtitle);
  if (headlines) expected.node(headlines);
  for (const line of tree.cover)
    expected.add("P", tree.coverless ? line.text : `${line.label} ${line.text}`);
  if (!tree.coverless) expected.add("H2", "Contents");
  expected.all(headlines ? tree.kids.slice(1) : tree.kids);
  return expected.blocks;
}
