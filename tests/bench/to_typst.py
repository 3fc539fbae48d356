#!/usr/bin/env python3
"""The text of a report's page as Typst source, so that Typst sets the same words: headings,
paragraphs, lists, quotations and tables; charts are left out, which is in Typst's favour.

    to_typst.py PAGE.html SOURCE.typ
"""
import sys
from html.parser import HTMLParser

HEAD = '''#set document(title: "Report")
#set page(paper: "a4", margin: (left: 34mm, right: 24mm, top: 27mm, bottom: 24mm), numbering: "1")
#set text(font: "Atkinson Hyperlegible Next", size: 11pt, lang: "en")
#set par(leading: 5pt)
#outline()
'''
SKIPPED = {"script", "style", "svg", "nav", "head"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption", "dt", "dd",
          "summary"}


class Converter(HTMLParser):
    def __init__(self):
        super().__init__()
        self.out, self.text, self.row, self.rows = [], [], [], []
        self.skipping = 0
        self.main = False

    def handle_starttag(self, tag, attributes):
        if tag == "main":
            self.main = True
        if tag in SKIPPED:
            self.skipping += 1
        elif tag == "table":
            self.rows = []
        elif tag == "tr":
            self.row = []
        if tag in BLOCKS or tag in ("ol", "ul", "table", "details"):
            self.flush()

    def handle_endtag(self, tag):
        if tag in SKIPPED:
            self.skipping -= 1
        if tag in ("td", "th"):
            self.row.append(self.take())
        elif tag == "tr":
            self.rows.append(self.row)
        elif tag == "table":
            self.end_table()
        elif tag in BLOCKS:
            self.flush(tag)
        elif tag == "main":
            self.main = False

    def handle_data(self, data):
        if self.main and not self.skipping:
            self.text.append(data)

    def take(self):
        text = " ".join("".join(self.text).split())
        self.text = []
        return "".join("\\" + letter if letter in "\\#$*_`<>@[]~=-+/\"'" else letter for letter in text)

    def flush(self, tag="p"):
        text = self.take()
        if not text:
            return
        if tag[0] == "h" and tag[1:].isdigit():
            self.out.append("=" * min(int(tag[1:]), 6) + " " + text)
        elif tag == "li":
            self.out.append("- " + text)
        else:
            self.out.append(text)

    def end_table(self):
        rows = [row for row in self.rows if row]
        if not rows:
            return
        width = max(len(row) for row in rows)
        cells = [f"[{cell}]" for row in rows for cell in row + [""] * (width - len(row))]
        head, body = cells[:width], cells[width:]
        self.out.append(f"#table(columns: {width}, table.header({', '.join(head)}), {', '.join(body)})")


def main():
    converter = Converter()
    with open(sys.argv[1], encoding="utf-8") as page:
        converter.feed(page.read())
    converter.flush()
    with open(sys.argv[2], "w", encoding="utf-8") as source:
        source.write(HEAD + "\n\n".join(converter.out) + "\n")


if __name__ == "__main__":
    main()
