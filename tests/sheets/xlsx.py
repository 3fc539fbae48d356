"""The least that a workbook needs, written with nothing but zip and XML: for tests of reading it."""
import datetime
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
EPOCH, EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
DATE_STYLE = 1


class Raw(str):
    """A cell's XML, as it is: Raw('<c r="A1" t="e"><v>#N/A</v></c>'); {r} stands for its reference."""


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell(value, reference, since_1904, shared):
    if value is None:
        return ""
    if isinstance(value, Raw):
        return value.replace("{r}", reference)
    if isinstance(value, datetime.date):
        serial = (value - (EPOCH_1904 if since_1904 else EPOCH)).days
        return f'<c r="{reference}" s="{DATE_STYLE}"><v>{serial}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{reference}"><v>{value!r}</v></c>'
    if shared is not None:
        index = shared.setdefault(value, len(shared))
        return f'<c r="{reference}" t="s"><v>{index}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def sheet_xml(rows, since_1904, shared):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(value, f"{letters(i)}{number}", since_1904, shared)
                        for i, value in enumerate(row))
        if cells:
            lines.append(f'<row r="{number}">{cells}</row>')
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def write(path, sheets, since_1904=False, share=True, hidden=()):
    """sheets: {name: [[cell…]…]}; a cell is text, a number, a date, None or Raw."""
    shared = {} if share else None
    parts = {f"xl/worksheets/sheet{i}.xml": sheet_xml(rows, since_1904, shared)
             for i, rows in enumerate(sheets.values(), 1)}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{i}"{" state=" + quoteattr("hidden") if name in hidden else ""}'
        f' r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
    parts["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><workbookPr'
        f'{" date1904=" + quoteattr("1") if since_1904 else ""}/><sheets>{listed}</sheets></workbook>')
    parts["xl/_rels/workbook.xml.rels"] = HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="rId{i}" Type="{DOCUMENT}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)) + "</Relationships>"
    parts["xl/styles.xml"] = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164"'
        ' formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="164"/></cellXfs></styleSheet>')
    if shared:
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">' + "".join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared) + "</sst>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
