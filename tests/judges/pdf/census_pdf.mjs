// Reads a tagged PDF as a screen reader does: its structure in order, each element with its text.
//
// The structure comes from qpdf, which shows every attribute; the text of each marked content from
// pdf.js, glyph by glyph as the fonts' ToUnicode maps say, or as ActualText says where there is one.
// Nothing is guessed from where glyphs stand on the page.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

function utf16(hex) {
  const bytes = Buffer.from(hex, "hex");
  return bytes.subarray(2).swap16().toString("utf16le");
}

export class Objects {
  constructor(file) {
    const json = execFileSync("qpdf", ["--json=2", "--json-key=qpdf",
      "--json-stream-data=inline", "--decode-level=generalized", file], { maxBuffer: 1 << 29,
      encoding: "utf8" });
    this.table = JSON.parse(json).qpdf[1];
    this.root = this.get(this.table.trailer.value["/Root"]);
  }
  get(value) {
    if (typeof value !== "string" || !/^\d+ \d+ R$/.test(value)) return value;
    const object = this.table[`obj:${value}`];
    return object?.value ?? object?.stream?.dict;
  }
  stream(reference) {
    return Buffer.from(this.table[`obj:${reference}`].stream.data, "base64").toString("latin1");
  }
  // A text string: qpdf writes those that are Unicode with u:, others as bytes with b:.
  text(value) {
    const string = this.get(value) ?? "";
    return string.startsWith("u:") ? string.slice(2) : string;
  }
}

export function pageReferences(objects) {
  const found = [];
  const open = [objects.root["/Pages"]];
  while (open.length > 0) {
    const reference = open.shift();
    const node = objects.get(reference);
    if (node["/Kids"]) open.unshift(...objects.get(node["/Kids"]));
    else found.push(reference);
  }
  return found;
}

// What stands in place of glyphs that no map can tell, in the order of the page.
export function actualTexts(objects, page) {
  const contents = objects.get(page)["/Contents"];
  const streams = Array.isArray(objects.get(contents)) ? objects.get(contents) : [contents];
  const source = streams.map((stream) => objects.stream(stream)).join("\n");
  return [...source.matchAll(/\/ActualText\s*<(FEFF[0-9A-F]*)>/gi)].map((each) => utf16(each[1]));
}

// The text of each marked content of a page, by its MCID.
export async function pageTexts(page, replacements) {
  const list = await page.getOperatorList();
  const texts = new Map();
  const open = [];
  list.fnArray.forEach((operator, index) => {
    const values = list.argsArray[index];
    const top = open.at(-1);
    if (operator === OPS.beginMarkedContentProps) {
      const [tag, mcid] = values;
      if (Number.isInteger(mcid)) {
        texts.set(mcid, texts.get(mcid) ?? "");
        open.push({ mcid });
      } else if (tag === "Span" && top?.mcid !== undefined) {
        texts.set(top.mcid, texts.get(top.mcid) + replacements.shift());
        open.push({ silent: true });
      } else open.push({ silent: true });
    } else if (operator === OPS.beginMarkedContent) open.push({ ...top });
    else if (operator === OPS.endMarkedContent) open.pop();
    else if (operator === OPS.showText && top?.mcid !== undefined && !top.silent) {
      const glyphs = values[0].filter((glyph) => typeof glyph === "object" && glyph);
      texts.set(top.mcid, texts.get(top.mcid) + glyphs.map((glyph) => glyph.unicode).join(""));
    }
  });
  return texts;
}

function contentIds(tree, found = []) {
  for (const child of tree?.children ?? [])
    if (child.type === "content") found.push(Number(child.id.replace(/.*_mc/, "")));
    else contentIds(child, found);
  return found;
}

function attributes(objects, element) {
  const list = [objects.get(element["/A"]) ?? []].flat().map((each) => objects.get(each));
  return Object.assign({}, ...list);
}

// An element: { role, alt, lang, attributes, page, kids: [element | string | annotation] }.
export function readElement(objects, reference, pages, texts) {
  const source = objects.get(reference);
  const element = {
    role: source["/S"].slice(1), alt: objects.text(source["/Alt"]),
    lang: objects.text(source["/Lang"]), attributes: attributes(objects, source), kids: [],
  };
  const own = objects.get(source["/K"]) ?? [];
  for (const kid of Array.isArray(own) ? own : [source["/K"]]) {
    const value = objects.get(kid);
    const page = pages.indexOf(value?.["/Pg"] ?? source["/Pg"]);
    if (Number.isInteger(value) || value["/Type"] === "/MCR") {
      const mcid = Number.isInteger(value) ? value : value["/MCID"];
      element.page ??= page;
      element.kids.push({ text: texts[page]?.get(mcid) ?? "\uFFFD", page, mcid });
    } else if (value["/Type"] === "/OBJR")
      element.kids.push({ annotation: objects.get(value["/Obj"]), page });
    else {
      const child = readElement(objects, kid, pages, texts);
      element.page ??= child.page;
      element.kids.push(child);
    }
  }
  return element;
}

export function elementText(element) {
  return element.kids.map((kid) => kid.text ?? (kid.role ? elementText(kid) : "")).join("");
}

function contentOf(element, page, found = []) {
  for (const kid of element.kids)
    if (kid.role) contentOf(kid, page, found);
    else if (kid.mcid !== undefined && kid.page === page) found.push(kid.mcid);
  return found;
}

export function rootOf(objects) {
  return [objects.get(objects.get(objects.root["/StructTreeRoot"])["/K"])].flat()[0];
}

export async function readPdf(file) {
  const objects = new Objects(file);
  const references = pageReferences(objects);
  const pdf = await getDocument({
    data: new Uint8Array(readFileSync(file)), verbosity: 0, disableFontFace: true,
    isEvalSupported: false,
  }).promise;
  const texts = [];
  const orders = [];
  for (let i = 0; i < references.length; i++) {
    const page = await pdf.getPage(i + 1);
    texts.push(await pageTexts(page, actualTexts(objects, references[i])));
    orders.push(contentIds(await page.getStructTree()));
    page.cleanup();
  }
  const root = readElement(objects, rootOf(objects), references, texts);
  const { info } = await pdf.getMetadata();
  const result = {
    root, info, objects, references, outline: (await pdf.getOutline()) ?? [],
    marked: (await pdf.getMarkInfo())?.Marked === true,
    // Pages whose content another reader puts in another order, or knows nothing of.
    disagreements: orders.flatMap((order, page) =>
      JSON.stringify(order) === JSON.stringify(contentOf(root, page)) ? [] : [page + 1]),
    words: execFileSync("pdftotext", [file, "-"], { maxBuffer: 1 << 28, encoding: "utf8" }),
  };
  await pdf.destroy();
  return result;
}
