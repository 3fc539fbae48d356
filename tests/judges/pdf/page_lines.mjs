// Where the text of a tagged PDF stands: every element of its structure with its lines on its pages.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import {
  actualTexts, elementText, Objects, pageReferences, pageTexts, readElement, rootOf,
} from "./census_pdf.mjs";

// Where one page's texts stand: of each marked content by its MCID, and what artifacts say.
async function pagePlaces(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marked = new Map();
  const artifacts = [];
  const open = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) {
      const mcid = /_mc(\d+)$/.exec(item.id ?? "")?.[1];
      open.push(mcid !== undefined ? Number(mcid) : item.tag === "Artifact" ? "artifact" : open.at(-1));
    } else if (item.type === "endMarkedContent") open.pop();
    else if (item.str.trim()) {
      const place = open.at(-1);
      const text = { y: item.transform[5], size: Math.abs(item.transform[3]) || item.height, text: item.str };
      if (place === "artifact") artifacts.push(text.text);
      else if (place !== undefined) marked.set(place, [...(marked.get(place) ?? []), text]);
    }
  }
  return { marked, artifacts };
}

// Texts whose baselines are closer than half a letter's height are of one line.
function countLines(texts) {
  const levels = [];
  for (const { y, size } of texts)
    if (!levels.some((level) => Math.abs(level - y) < size * 0.5)) levels.push(y);
  return levels.length;
}

const paragraphs = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Caption", "Lbl"]);

// An element's own content: what of it is not in a block within it.
function contents(element, deep) {
  return element.kids.flatMap((kid) => kid.mcid !== undefined ? [kid]
    : kid.role && (deep || !paragraphs.has(kid.role) && !["L", "LI", "Table", "Figure", "BlockQuote"]
      .includes(kid.role)) ? contents(kid, deep) : []);
}

function placed(element, pages, deep) {
  const texts = new Map();
  const on = [];
  for (const { page, mcid } of contents(element, deep)) {
    if (!on.includes(page)) on.push(page);
    texts.set(page, [...(texts.get(page) ?? []), ...(pages[page]?.marked.get(mcid) ?? [])]);
  }
  const all = on.flatMap((page) => texts.get(page));
  return { role: element.role, text: elementText(element).replace(/\s+/g, " ").trim(), pages: on,
    lines: on.map((page) => countLines(texts.get(page))), height: on.map((page) =>
      texts.get(page).map(({ y }) => y)).reduce((sum, levels) => sum + (levels.length > 0
        ? Math.max(...levels) - Math.min(...levels) + all[0].size : 0), 0), pieces: all };
}

function readTable(element, pages) {
  const rows = element.kids.flatMap((part) => part.role === "TR" ? [part]
    : part.kids.filter((kid) => kid.role === "TR"));
  const caption = element.kids.find((kid) => kid.role === "Caption");
  return { role: "Table", caption: caption && placed(caption, pages, true),
    rows: rows.map((row) => ({ ...placed(row, pages, true),
      cells: row.kids.map((cell) => placed(cell, pages, true)) })) };
}

// The blocks of a document in the order in which they are read: paragraphs, headings and items with
// the pages that they stand on and the number of lines on each; tables with their rows; figures.
export async function readBlocks(file) {
  const objects = new Objects(file);
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0,
    disableFontFace: true, isEvalSupported: false }).promise;
  const references = pageReferences(objects);
  const pages = [];
  const texts = [];
  for (let index = 0; index < references.length; index++) {
    const page = await document.getPage(index + 1);
    pages.push(await pagePlaces(page));
    texts.push(await pageTexts(page, actualTexts(objects, references[index])));
    page.cleanup();
  }
  await document.destroy();
  const root = readElement(objects, rootOf(objects), references, texts);
  const blocks = [];
  const walk = (element) => {
    if (element.role === "Table") return blocks.push(readTable(element, pages));
    if (element.role === "TOC" || element.role === "Figure") blocks.push({ ...placed(element, pages, true), text: element.alt });
    else if (paragraphs.has(element.role)) {
      const block = placed(element, pages, false);
      if (block.pages.length > 0) blocks.push(block);
    }
    return element.role === "TOC" ? undefined : element.kids.filter((kid) => kid.role).forEach(walk);
  };
  walk(root);
  return { blocks, pages };
}

// Every word of each page with its box, as pdftotext sees it: { width, height, words }.
export function readWords(file) {
  const boxes = execFileSync("pdftotext", ["-bbox", file, "-"],
    { maxBuffer: 1 << 28, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const letters = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return boxes.split("<page ").slice(1).map((page) => {
    const [, width, height] = /width="(.*?)" height="(.*?)"/.exec(page);
    const words = [...page.matchAll(/xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)]
      .map(([, left, top, right, bottom, text]) => ({ left: Number(left), top: Number(top),
        right: Number(right), bottom: Number(bottom),
        text: text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => letters[name]) }));
    return { width: Number(width), height: Number(height), words };
  });
}
