// What no tool looks at. A check is { name, run, schemes, widths }: run(page, view) gives its
// findings for the page as it is seen; one that changes the page changes it back.
import {
  chartTextDoesNotMeet, chartTextHasContrast, chartTextIsLegible, chartTextIsNotClipped,
  chartsAreSaid, readersOwnColours,
} from "./charts.mjs";
import {
  focusIsSeen, keyboardOrder, linksLeadSomewhere, skipLink, targetSize,
} from "./keyboard.mjs";
import {
  onPaper, printedWhole, reflow, textOfTwiceTheSize, textSpacing, zoomedToTwice,
} from "./layout.mjs";

const screen = ["light"];
const shapes = ["light", "print"];
const colours = ["light", "dark", "forced", "print"];
const coloursOfScreens = ["light", "dark", "forced"];

// "large" is the page in a browser whose letters are of twice the size; paper has one width.
const checks = [
  { name: "reflow", run: reflow, schemes: shapes },
  { name: "chart text size", run: chartTextIsLegible, schemes: shapes },
  { name: "chart text apart", run: chartTextDoesNotMeet, schemes: shapes },
  { name: "chart text whole", run: chartTextIsNotClipped, schemes: shapes },
  { name: "chart text contrast", run: chartTextHasContrast, schemes: colours },
  { name: "chart in own colours", run: readersOwnColours, schemes: ["forced"], widths: [1280] },
  { name: "charts in words", run: chartsAreSaid, schemes: shapes },
  { name: "text spacing", run: textSpacing, schemes: screen },
  { name: "text of 200%", run: textOfTwiceTheSize, schemes: ["large"] },
  { name: "zoom to 200%", run: zoomedToTwice, schemes: screen, widths: [1280] },
  { name: "printed whole", run: printedWhole, schemes: ["print"] },
  { name: "focus seen", run: focusIsSeen, schemes: coloursOfScreens },
  { name: "target size", run: targetSize, schemes: screen },
  { name: "links within", run: linksLeadSomewhere, schemes: screen },
  { name: "keyboard order", run: keyboardOrder, schemes: screen },
  { name: "skip link", run: skipLink, schemes: screen },
];
export const ownChecks = checks.map((check) => ({ ...check, run: onPaper(check.run) }));

export function checksFor({ width, scheme }) {
  return ownChecks.filter((check) => check.schemes.includes(scheme) &&
    (check.widths ?? (scheme === "print" ? [1280] : [width])).includes(width));
}
