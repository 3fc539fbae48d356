// Is every text there to be read, however narrow the page, large the letters or wide the spacing?
import { chartTextDoesNotMeet, chartTextIsLegible } from "./charts.mjs";

// In the page: texts that stand beyond its edge, are cut by a box, or lie upon one another. What is
// meant for screen readers alone is 1px wide; a table may be wider than its region, which scrolls.
const unreadable = (margin = 1) => {
  const room = document.documentElement.clientWidth;
  const findings = new Set();
  const lines = [];
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 40);
  const fate = new Map(); // of an element's content: the box that bounds it
  const bounds = (element) => {
    if (!element) return { left: -margin, right: room + margin, top: -1e6, bottom: 1e6 };
    if (fate.has(element)) return fate.get(element);
    let limit = bounds(element.parentElement);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.visibility === "hidden" || style.opacity === "0" || box.width <= 1.5 ||
        style.clipPath !== "none" || (style.position === "absolute" && box.bottom < 0))
      limit = null;
    else if (limit && /auto|scroll/.test(style.overflowX) && element !== document.body &&
        element !== document.documentElement)
      limit = element.querySelector("table") && element.tabIndex === 0
        ? { ...limit, left: -1e6, right: 1e6, scrolls: true } : limit;
    else if (limit && /hidden|clip/.test(style.overflowX + style.overflowY))
      limit = { left: Math.max(limit.left, box.left - 1), right: Math.min(limit.right, box.right + 1),
        top: Math.max(limit.top, box.top - 1), bottom: Math.min(limit.bottom, box.bottom + 1) };
    fate.set(element, limit);
    return limit;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest("svg, script, style")) continue;
    const limit = bounds(node.parentElement);
    if (!limit) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 0.5) continue;
      if (box.left < limit.left || box.right > limit.right)
        findings.add(`beyond the edge: "${short(node.data)}"`);
      if (box.top + box.height / 4 < limit.top || box.bottom - box.height / 4 > limit.bottom)
        findings.add(`cut off: "${short(node.data)}"`);
      lines.push({ node, left: box.left + 1, right: box.right - 1,
        top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3 });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, index) => {
    for (let other = index + 1; other < lines.length && lines[other].top < line.bottom; other++)
      if (lines[other].left < line.right && line.left < lines[other].right &&
          lines[other].node !== line.node)
        findings.add(`"${short(line.node.data)}" lies upon "${short(lines[other].node.data)}"`);
  });
  if (document.documentElement.scrollWidth > room)
    findings.add(`the page is ${document.documentElement.scrollWidth}px wide where there are ${room}`);
  return [...findings];
};

// A sheet's margin may take the number of a paragraph.
export function reflow(page, { scheme }) {
  return page.evaluate(unreadable, scheme === "print" ? 40 : 1);
}

async function withStyle(page, content, work) {
  const style = await page.addStyleTag({ content });
  const findings = await work();
  await style.evaluate((element) => element.remove());
  return findings;
}

// WCAG 2.2, 1.4.12: text spaced as a reader may set it. Pictures have their text in words below.
export function textSpacing(page) {
  return withStyle(page, `body *:not(svg *) { line-height: 1.5 !important;
    letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`, () => page.evaluate(unreadable));
}

// WCAG 2.2, 1.4.4: letters of twice the size, as a reader's browser may be set. All of them grow.
export async function textOfTwiceTheSize(page) {
  return [...await page.evaluate(unreadable), ...await chartTextDoesNotMeet(page),
    ...await page.evaluate(() => [...document.querySelectorAll("body :is(p, li, td, th, dd, h1, h2)")]
      .filter((e) => e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 26)
      .map((e) => `did not grow: "${e.textContent.trim().slice(0, 40)}"`))];
}

// Zoomed to 200% a screen has half the pixels: nothing leaves the page, charts stay legible.
export async function zoomedToTwice(page, view) {
  const size = page.viewportSize();
  const findings = [];
  for (const width of [view.width / 2, view.width / 2 + 160]) {
    await page.setViewportSize({ width, height: size.height });
    findings.push(...await page.evaluate(unreadable), ...await chartTextIsLegible(page),
      ...await chartTextDoesNotMeet(page));
  }
  await page.setViewportSize(size);
  return findings;
}

// What is folded away on the screen is on the paper. Leaves the details open, as it found them.
export function printedWhole(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("details")];
    for (const details of all) details.open = false;
    const findings = all.filter((details) => [...details.children].some((part) =>
      part.localName !== "summary" && (part.getClientRects().length === 0 ||
        !part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))))
      .map((details) => `not printed: ${details.textContent.trim().slice(0, 40)}`);
    for (const details of all) details.open = true;
    return findings;
  });
}

// Where everything stands from left to right, and whether it is shown: what other colours must leave
// as it is. They may add a border, which moves what is below by its width.
export function arrangement(page) {
  return page.evaluate(() => {
    scrollTo(0, 0);
    return [...document.querySelectorAll("body *:not(svg *)")].map((element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return { name: element.localName, left: box.left, width: box.width,
        shown: [style.display, style.visibility, style.opacity].join(" ") };
    });
  });
}

export function moved(before, after) {
  const index = before.findIndex((was, at) => was.shown !== after[at].shown ||
    Math.abs(was.left - after[at].left) > 4 || Math.abs(was.width - after[at].width) > 8);
  return index < 0 ? [] : [`${JSON.stringify(after[index])} was ${JSON.stringify(before[index])}`];
}

// A sheet of A4 leaves 17 cm for the text.
export function onPaper(run) {
  return async (page, view) => {
    if (view.scheme !== "print") return run(page, view);
    const size = page.viewportSize();
    await page.setViewportSize({ width: 642, height: 940 });
    const findings = await run(page, view);
    await page.setViewportSize(size);
    return findings;
  };
}
