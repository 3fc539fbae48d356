// What no tool looks at in a chart: its texts' size, place and contrast; that it is said in words.
import { schemes } from "./browser.mjs";

// The lines of text of the pictures that are shown, with boxes that hold the letters closely.
const chartTexts = () => [...document.querySelectorAll("svg")]
  .filter((svg) => svg.getClientRects().length > 0)
  .flatMap((svg, index) => [...svg.querySelectorAll("text, tspan")]
    .filter((text) => [...text.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((text) => {
      const box = text.getBoundingClientRect();
      const frame = svg.getBoundingClientRect();
      const toScreen = text.getScreenCTM();
      const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(toScreen.a, toScreen.b);
      const start = text.getStartPositionOfChar(0).matrixTransform(toScreen);
      const level = Math.abs(toScreen.b) < 0.01;
      return { index, text: text.textContent, size, left: box.left, right: box.right,
        top: level ? start.y - 0.75 * size : box.top,
        bottom: level ? start.y + 0.22 * size : box.bottom,
        frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom } };
    }));

export async function chartTextIsLegible(page) {
  const texts = await page.evaluate(chartTexts);
  return texts.filter((t) => t.size < 11.99).map((t) => `"${t.text}" is ${t.size.toFixed(1)}px`);
}

export async function chartTextDoesNotMeet(page) {
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

export async function chartTextIsNotClipped(page) {
  const texts = await page.evaluate(chartTexts);
  return texts.filter((t) => t.left < t.frame.left - 1.5 || t.right > t.frame.right + 1.5 ||
    t.top < t.frame.top - 1.5 || t.bottom > t.frame.bottom + 1.5).map((t) => `"${t.text}"`);
}

// Against the last shape painted below the text's middle, or the page: 4.5 to 1.
export async function chartTextHasContrast(page) {
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
    const clear = (colour) => colour === "none" || colour === "rgba(0, 0, 0, 0)";
    const findings = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.getClientRects().length === 0) continue;
      const painted = [];
      for (const mark of svg.querySelectorAll("path, rect, circle, polygon, text")) {
        const box = mark.getBoundingClientRect();
        const fill = getComputedStyle(mark).fill;
        if (mark.localName !== "text") {
          if (!clear(fill)) painted.push([box, fill]);
          continue;
        }
        const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        const below = painted.findLast(([b]) =>
          b.left <= x && x <= b.right && b.top <= y && y <= b.bottom);
        const ground = below?.[1] ?? (clear(paper) ? "rgb(255, 255, 255)" : paper);
        if (contrast(fill, ground) < 4.5)
          findings.push(`"${mark.textContent}": ${contrast(fill, ground).toFixed(2)} to 1`);
      }
    }
    return findings;
  });
}

// Pictures are hidden from assistive technology and said in words; one layout of each is shown.
export async function chartsAreSaid(page) {
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

// In a reader's own colours, dark or light, patterns tell a chart's series apart, and its texts can
// be read.
export async function readersOwnColours(page) {
  const findings = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ ...schemes.forced, colorScheme });
    findings.push(...await chartTextHasContrast(page), ...await page.evaluate(() => {
      const shown = (element) => element.getClientRects().length > 0;
      return [...document.querySelectorAll("svg")].filter((svg) => shown(svg) &&
        svg.querySelector(".f-second, .f-third, .f-fourth") &&
        ![...svg.querySelectorAll(".s-hatch")].some(shown))
        .map((svg) => `${svg.parentElement.id}: its series look alike`);
    }));
  }
  await page.emulateMedia(schemes.forced);
  return findings;
}
