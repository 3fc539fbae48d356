// What somebody meets who has a keyboard, or a hand that shakes, in place of a mouse.

const stops = "a[href], summary, button, input, select, textarea, [tabindex]:not([tabindex='-1'])";

// Every stop of the keyboard shows that it has the focus: an outline of 2px that stands out by
// 3 to 1 from what it is drawn on, and nothing of the stop itself out of sight.
export function focusIsSeen(page) {
  return page.evaluate((selector) => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!/^rgba.*, 0\)$/.test(colour)) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    const findings = [];
    for (const element of document.querySelectorAll(selector)) {
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const name = element.textContent.trim().slice(0, 40);
      const [a, b] = [light(style.outlineColor), light(ground(element.parentElement))];
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
        findings.push(`no outline: "${name}"`);
      else if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 3)
        findings.push(`an outline of ${style.outlineColor} that is hard to see: "${name}"`);
      if (box.width < 2 || box.height < 2 || style.opacity === "0" || box.right < 2 || box.bottom < 2)
        findings.push(`not to be seen: "${name}"`);
    }
    document.activeElement?.blur();
    return findings;
  }, stops);
}

// WCAG 2.2, 2.5.8: 24 by 24 pixels; links within a sentence are excepted.
export function targetSize(page) {
  return page.evaluate(() => [...document.querySelectorAll("a[href], summary, button")]
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

// The next Tab then leads to the first stop of the page.
function beginAtTheTop(page) {
  return page.evaluate(() => {
    const start = document.createElement("div");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    scrollTo(0, 0);
  });
}

// Tab, pressed from the top to the end, meets every stop once, in the order of the page's source;
// and that order is the one that is seen: none stands above or left of the stop before it, unless
// in a column beside or another part of the page.
export async function keyboardOrder(page) {
  const count = await page.evaluate((selector) => {
    window.met = [];
    window.meet = (event) => window.met.push(event.target);
    addEventListener("focusin", window.meet, true);
    return document.querySelectorAll(selector).length;
  }, stops);
  await beginAtTheTop(page);
  await page.evaluate(() => { window.met = []; });
  for (let i = 0; i < count; i++) await page.keyboard.press("Tab");
  return page.evaluate((selector) => {
    removeEventListener("focusin", window.meet, true);
    document.activeElement?.blur();
    const findings = [];
    const name = (e) => `"${(e.textContent.trim() || e.localName).replace(/\s+/g, " ").slice(0, 40)}"`;
    const wanted = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
    const met = window.met.filter((e) => wanted.includes(e)).slice(0, wanted.length);
    for (const element of wanted)
      if (!met.includes(element)) findings.push(`Tab does not lead to ${name(element)}`);
    const part = (element) => element.closest("main, nav, header, footer");
    met.slice(1).forEach((element, index) => {
      const before = met[index];
      if (!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
        return findings.push(`${name(element)} comes after ${name(before)}, which follows it`);
      const [a, b] = [before.getClientRects()[0], element.getClientRects()[0]];
      if (!a || !b || !part(before) || part(before) !== part(element)) return undefined;
      const above = b.bottom <= a.top + 1 && b.left < a.right;
      const left = b.right <= a.left + 1 && b.top < a.bottom - 4 && a.top < b.bottom - 4;
      if (above || left) findings.push(`${name(element)} is seen before ${name(before)}`);
      return undefined;
    });
    return findings;
  }, stops);
}

// The first stop is a link past the head of the page; it comes into sight, and leads into the main
// part: the stop after it lies there.
export async function skipLink(page) {
  await beginAtTheTop(page);
  await page.keyboard.press("Tab");
  const findings = await page.evaluate(() => {
    const link = document.activeElement;
    const box = link.getBoundingClientRect();
    if (!link.matches("a[href^='#']")) return ["the first stop is no link within the page"];
    if (!document.querySelector("main")?.contains(document.querySelector(link.hash)))
      return [`the link ${link.hash} does not lead to the main part`];
    return box.top < 0 || box.left < 0 || box.height < 24 || box.right > innerWidth ||
      getComputedStyle(link).opacity !== "1" ? ["the link is not to be seen when it has the focus"] : [];
  });
  if (findings.length === 0) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    findings.push(...await page.evaluate(() => {
      const [main, next] = [document.querySelector("main"), document.activeElement];
      const first = main.querySelector("a[href], summary, [tabindex='0']");
      return !first || main.contains(next) ? [] : ["after the link the next stop is not in the main part"];
    }));
    await page.evaluate(() => history.replaceState(null, "", location.pathname));
  }
  await page.evaluate(() => document.activeElement?.blur());
  return findings;
}

export function linksLeadSomewhere(page) {
  return page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
    .filter((a) => !document.getElementById(decodeURIComponent(a.getAttribute("href").slice(1))))
    .map((a) => a.getAttribute("href")));
}
