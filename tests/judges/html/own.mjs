// What no tool looks at: charts' texts, reflow, text spacing, visible focus, target size. Each
// check gives its findings for the page as it is seen; one that changes the page changes it back.

// Texts of the pictures that are shown, with their boxes, sizes and colours.
const chartTexts = () => [...document.querySelectorAll("svg")]
  .filter((svg) => svg.getClientRects().length > 0)
  .flatMap((svg, index) => [...svg.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const baseline = frame.top + text.y.baseVal[0].value * scale;
    return { index, text: text.textContent, size, left: box.left, right: box.right,
      top: baseline - 0.75 * size, bottom: baseline + 0.22 * size,
      frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom } };
  }));

async function noHorizontalScroll(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) =>
      element.getBoundingClientRect().right > room + 1 && !element.closest(".wide-table, svg"));
    return [`the page is ${document.documentElement.scrollWidth}px wide: ` +
      wide.slice(0, 3).map((e) => `${e.localName}.${e.className}`).join(", ")];
  });
}

async function chartTextIsLegible(page) {
  const texts = await page.evaluate(chartTexts);
  return texts.filter((t) => t.size < 12).map((t) => `"${t.text}" is ${t.size.toFixed(1)}px`);
}

async function chartTextDoesNotMeet(page) {
  const texts = await page.evaluate(chartTexts);
  const findings = [];
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length && texts[j].index === texts[i].index; j++) {
      const [a, b] = [texts[i], texts[j]];
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 &&
          b.top < a.bottom - 1)
        findings.push(`"${a.text}" meets "${b.text}"`);
    }
  return findings;
}

async function chartTextIsNotClipped(page) {
  const texts = await page.evaluate(chartTexts);
  return texts.filter((t) => t.left < t.frame.left - 1.5 || t.right > t.frame.right + 1.5 ||
    t.top < t.frame.top - 1.5 || t.bottom > t.frame.bottom + 1.5).map((t) => `"${t.text}"`);
}

// Against every shape painted below the text, or the page: 4.5 to 1.
async function chartTextHasContrast(page) {
  return page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
    const light = (colour) => {
      const [r, g, b] = channels(colour).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
      const [x, y] = [light(a), light(b)].sort((m, n) => n - m);
      return (x + 0.05) / (y + 0.05);
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const findings = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.getClientRects().length === 0) continue;
      const painted = [];
      for (const mark of svg.children) {
        const box = mark.getBoundingClientRect();
        const fill = getComputedStyle(mark).fill;
        if (mark.localName === "path") {
          if (fill !== "none") painted.push([box, fill]);
          continue;
        }
        const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        const below = painted.findLast(([b]) =>
          b.left <= x && x <= b.right && b.top <= y && y <= b.bottom);
        const grounds = below ? [below[1]] : [paper];
        for (const ground of grounds)
          if (contrast(fill, ground) < 4.5)
            findings.push(`"${mark.textContent}": ${contrast(fill, ground).toFixed(2)} to 1`);
      }
    }
    return findings;
  });
}

// In a reader's own colours patterns tell a chart's series apart, and its texts can be read.
async function readersOwnColours(page, view) {
  if (view.width < 600) return [];
  const findings = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    findings.push(...await chartTextHasContrast(page), ...await page.evaluate(() => {
      const shown = (element) => element.getClientRects().length > 0;
      return [...document.querySelectorAll("svg")].filter((svg) => shown(svg) &&
        svg.querySelector(".f-second, .f-third, .f-fourth") &&
        ![...svg.querySelectorAll(".s-hatch")].some(shown))
        .map((svg) => `${svg.parentElement.id}: its series look alike`);
    }));
  }
  await page.emulateMedia({ forcedColors: "none", colorScheme: view.scheme });
  return findings;
}

// WCAG 2.2, 1.4.12: text spaced as a reader may set it is neither cut off nor wider than the page.
async function textSpacing(page) {
  const style = await page.addStyleTag({ content: `body *:not(svg *) { line-height: 1.5 !important;
    letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }` });
  const findings = await page.evaluate(() => [...document.querySelectorAll("body *")]
    .filter((e) => !e.closest("svg, .wide-table, .unseen") && e.scrollWidth > e.clientWidth + 1 &&
      getComputedStyle(e).display !== "inline" && getComputedStyle(e).overflowX !== "visible")
    .map((e) => `cut off: ${e.localName}.${e.className}`)
    .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
      ? [`the page is ${document.documentElement.scrollWidth}px wide`] : []));
  await style.evaluate((element) => element.remove());
  return findings;
}

// Zoomed to 200% a screen has half the pixels: nothing leaves the page, charts stay legible.
async function zoomedToTwice(page, view) {
  if (view.width < 600) return [];
  const size = page.viewportSize();
  const findings = [];
  for (const width of [view.width / 2, view.width / 2 + 160]) {
    await page.setViewportSize({ width, height: size.height });
    findings.push(...await noHorizontalScroll(page), ...await chartTextIsLegible(page),
      ...await chartTextDoesNotMeet(page));
  }
  await page.setViewportSize(size);
  return findings;
}

// Every stop of the keyboard shows that it has the focus.
async function focusIsSeen(page) {
  return page.evaluate(() => {
    const findings = [];
    for (const element of document.querySelectorAll("a[href], summary, [tabindex='0']")) {
      element.focus({ focusVisible: true });
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (document.activeElement !== element) continue;
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
        findings.push(`no outline: ${element.textContent.trim().slice(0, 40)}`);
      if (box.width < 2 || box.height < 2 || style.opacity === "0")
        findings.push(`not to be seen: ${element.textContent.trim().slice(0, 40)}`);
    }
    document.activeElement?.blur();
    return findings;
  });
}

// WCAG 2.2, 2.5.8: 24 by 24 pixels; links within a sentence are excepted.
async function targetSize(page) {
  return page.evaluate(() => [...document.querySelectorAll("a[href], summary")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const inSentence = element.localName === "a" && element.closest("p, li, address, td, dd") &&
        [...element.closest("p, li, address, td, dd").childNodes].some((node) =>
          node !== element && node.textContent.trim() !== "" && !node.matches?.(".number, ol, .size"));
      return !inSentence && !element.matches(".skip") && box.width > 0 &&
        (box.height < 23.9 || box.width < 23.9);
    })
    .map((element) => `"${element.textContent.trim().slice(0, 40)}": ` +
      `${element.getBoundingClientRect().width.toFixed(0)} by ` +
      `${element.getBoundingClientRect().height.toFixed(0)}`));
}

async function linksLeadSomewhere(page) {
  return page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
    .filter((a) => !document.getElementById(decodeURIComponent(a.getAttribute("href").slice(1))))
    .map((a) => a.getAttribute("href")));
}

// Pictures are hidden from assistive technology and said in words.
async function chartsAreSaid(page) {
  return page.evaluate(() => [...document.querySelectorAll("figure.chart")].flatMap((figure) => {
    const findings = [];
    if ([...figure.querySelectorAll("svg")].some((svg) => svg.ariaHidden !== "true"))
      findings.push(`${figure.id}: a picture is not hidden`);
    if ([...figure.querySelectorAll("svg")].filter((s) => s.getClientRects().length).length !== 1)
      findings.push(`${figure.id}: not one layout is shown`);
    if (!figure.querySelector(".description")) findings.push(`${figure.id}: no description`);
    if (!figure.querySelector("details table")) findings.push(`${figure.id}: no table`);
    return findings;
  }));
}

export const ownChecks = [
  ["reflow", noHorizontalScroll],
  ["chart text size", chartTextIsLegible],
  ["chart text apart", chartTextDoesNotMeet],
  ["chart text whole", chartTextIsNotClipped],
  ["chart text contrast", chartTextHasContrast, true],
  ["charts in a reader's own colours", readersOwnColours],
  ["text spacing", textSpacing],
  ["zoom to 200%", zoomedToTwice],
  ["focus seen", focusIsSeen, true],
  ["target size", targetSize],
  ["links within", linksLeadSomewhere],
  ["charts in words", chartsAreSaid],
];
