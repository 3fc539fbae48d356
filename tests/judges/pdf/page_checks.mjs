// What a typesetter looks at on every page. Each check gives its findings for one file.

const margin = 22; // points: what printers leave white
const short = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const last = (list) => list[list.length - 1];

// No word leaves the part of the page that printers print.
export function withinThePage({ sheets }) {
  return sheets.flatMap(({ width, height, words }, index) => words
    .filter((word) => Math.min(word.left, word.top, width - word.right, height - word.bottom) < margin)
    .map((word) => `page ${index + 1}: beyond the margin: "${word.text}"`));
}

// No two words lie upon one another. A word's box is as high as its font allows for; its letters
// take the middle part.
export function wordsApart({ sheets }) {
  return sheets.flatMap(({ words }, index) => {
    const findings = [];
    const cores = words.map((word) => ({ ...word,
      top: word.top + (word.bottom - word.top) * 0.35, bottom: word.bottom - (word.bottom - word.top) * 0.35,
    })).sort((a, b) => a.top - b.top);
    cores.forEach((a, at) => {
      for (let other = at + 1; other < cores.length && cores[other].top < a.bottom; other++) {
        const b = cores[other];
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5)
          findings.push(`page ${index + 1}: "${a.text}" lies upon "${b.text}"`);
      }
    });
    return findings;
  });
}

// A heading, a caption and a chart's title stand on the page of what they announce.
export function headingsInCompany({ blocks }) {
  return blocks.flatMap((block, index) => {
    if (block.role === "Table")
      return block.caption && last(block.caption.pages) !== block.rows[0].pages[0]
        ? [`page ${last(block.caption.pages) + 1}: a caption without its table: "${short(block.caption.text)}"`]
        : [];
    const next = blocks[index + 1];
    const announces = /^H\d$/.test(block.role) || (next?.role === "Figure" && block.role === "P");
    if (!announces || !next) return [];
    const page = (next.caption ?? next.rows?.[0] ?? next).pages[0];
    return last(block.pages) !== page || block.pages.length > 1
      ? [`page ${last(block.pages) + 1}: at the foot, without what follows: "${short(block.text)}"`] : [];
  });
}

// A paragraph or item that goes on overleaf leaves two lines at least, and takes two.
export function linesInCompany({ blocks }) {
  return blocks.filter((block) => block.pages?.length > 1 && ["P", "LBody"].includes(block.role))
    .filter((block) => block.lines[0] < 2 || last(block.lines) < 2)
    .map((block) => `page ${block.pages[0] + 1}: a line alone (${block.lines.join(" + ")}): ` +
      `"${short(block.text)}"`);
}

// A row stands on one page, whole; one that takes half a page may be cut, two lines on either side.
export function rowsWhole({ blocks, sheets }) {
  return blocks.filter((block) => block.rows).flatMap(({ rows }) => rows
    .filter((row) => row.pages.length > 1 && (row.height < sheets[0].height * 0.38 ||
      row.lines[0] < 2 || last(row.lines) < 2))
    .map((row) => `page ${row.pages[0] + 1}: a row goes on overleaf: "${short(row.text)}"`));
}

// Is a text made of some of these pieces, set end to end?
function madeOf(text, pieces) {
  const left = pieces.filter((piece) => piece).sort((a, b) => b.length - a.length);
  for (let rest = text; rest;) {
    const index = left.findIndex((piece) => rest.startsWith(piece));
    if (index < 0) return false;
    rest = rest.slice(left[index].length);
    left.splice(index, 1);
  }
  return true;
}

// Where a table goes on overleaf its heads stand again, as artifacts: they are read once.
export function headsRepeated({ blocks, pages }) {
  const bare = (text) => text.normalize("NFKC").replace(/[\s\u00AD\u200B-]+/g, "");
  return blocks.filter((block) => block.rows).flatMap(({ rows }) => {
    const [head] = rows;
    const onward = new Set(rows.flatMap((row) => row.pages).filter((page) => page !== head.pages[0]));
    return [...onward].filter((page) => {
      const pieces = pages[page].artifacts.join(" ").split(/\s+/).map(bare);
      return !head.cells.every((cell) => madeOf(bare(cell.text), pieces));
    }).map((page) => `page ${page + 1}: a table without its heads: "${short(head.text)}"`);
  });
}

// No line ends within a word that fits a line; where there is a hyphen, or none fits, it may.
export function wordsWhole({ blocks }) {
  const parts = blocks.flatMap((block) => block.rows ? block.rows.flatMap((row) => row.cells) : [block])
    .filter((part) => part.pieces && part.role !== "Figure" && part.role !== "TOC");
  return parts.flatMap(({ text, pieces, pages: [page] }) => {
    const words = new Set(text.normalize("NFKC").split(/[\s\u200B\u00AD-]+/u));
    return pieces.slice(1).flatMap((piece, index) => {
      const before = pieces[index];
      const [head] = /[\p{L}\d]+$/u.exec(before.text.normalize("NFKC")) ?? [];
      const [tail] = /^[\p{L}\d%]+/u.exec(piece.text.normalize("NFKC")) ?? [];
      const newLine = Math.abs(before.y - piece.y) > before.size * 0.5;
      return newLine && head && tail && [...words].some((word) => word.includes(head + tail) &&
        word.length < 18) ? [`page ${page + 1}: a word is broken: "${head}" "${tail}"`] : [];
    });
  });
}

export const pageChecks = [
  ["within the page", withinThePage],
  ["words apart", wordsApart],
  ["headings in company", headingsInCompany],
  ["lines in company", linesInCompany],
  ["rows whole", rowsWhole],
  ["heads repeated", headsRepeated],
  ["words whole", wordsWhole],
];
