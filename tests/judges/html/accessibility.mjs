// axe-core (WCAG 2.2 A and AA, best practice) and IBM's checker (WCAG 2.2), in the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ace = shortened(readFileSync(join(
  dirname(require.resolve("accessibility-checker-engine/package.json")), "ace.js"), "utf8"));

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// To learn whether a text describes a control that is disabled, ace walks the whole page once for
// every text. On a page where nothing is described by another element the answer is known at once.
function shortened(source) {
  const walk = "e.isDisabledByReferringElement=function(t){";
  if (!source.includes(walk)) throw new Error("ace.js has changed: see shortened()");
  return source.replace(walk,
    `${walk}if(!t.ownerDocument.querySelector("[aria-describedby]"))return;`);
}

const contrast = { type: "rule", values: ["color-contrast"] };

export async function judgeWithAxe(page, { contrastAlone = false } = {}) {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe);
  const violations = await page.evaluate(async (runOnly) => {
    const result = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return result.violations.flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
  }, contrastAlone ? contrast : everything);
  return violations.map((text) => text.replaceAll(/\s+/g, " "));
}

// Other colours leave all but the rules of colour and style content; whether what has the focus is
// hidden by something is asked where there is a focus, as that takes long.
const asked = {
  light: () => true,
  dark: (rule) => /colou?r|contrast|^style_/.test(rule),
  forced: (rule) => /colou?r|contrast|^style_/.test(rule),
  print: (rule) => rule !== "element_tabbable_unobscured",
};

export async function judgeWithAce(page, { scheme }) {
  if (await page.evaluate(() => window.ace === undefined)) await page.evaluate(`${ace}; window.ace = ace;`);
  const known = await page.evaluate(() => new window.ace.Checker().rulesetRules.WCAG_2_2);
  return page.evaluate(async (rules) => {
    const checker = new window.ace.Checker();
    checker.rulesetRules.WCAG_2_2 = rules;
    const report = await checker.check(document, ["WCAG_2_2"]);
    return report.results
      .filter((result) => result.value[0] === "VIOLATION" && result.value[1] === "FAIL")
      .map((result) => `${result.ruleId}: ${result.message}: ${result.path.dom}`);
  }, known.filter(asked[scheme]));
}
