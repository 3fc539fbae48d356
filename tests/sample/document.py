"""Elements of a case extract, and their writing as XML, the same to the byte each time."""
import gzip
from xml.sax.saxutils import quoteattr

NAMESPACE = "urn:hearth:extract:1"


class Element:
    """One record or child; an attribute of None is not written, and _ stands for a hyphen."""

    def __init__(self, name, *children, **attributes):
        self.name = name
        self.children = [c for c in children if c is not None]
        self.attributes = {key.rstrip("_").replace("_", "-"): str(value)
                           for key, value in attributes.items() if value is not None}

    def lines(self, prefix, indent):
        name = prefix + self.name
        head = indent + "<" + name + "".join(
            f" {key}={quoteattr(value)}" for key, value in self.attributes.items())
        if not self.children:
            yield head + "/>"
            return
        yield head + ">"
        for child in self.children:
            yield from child.lines(prefix, indent + "  ")
        yield f"{indent}</{name}>"


def extract_text(source, generated, records, prefix=""):
    """A whole extract of Leicester, with the namespace as default or under a prefix."""
    declared = f'xmlns:{prefix}="{NAMESPACE}"' if prefix else f'xmlns="{NAMESPACE}"'
    mark = prefix + ":" if prefix else ""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<{mark}extract {declared} authority="E06000016" source={quoteattr(source)}'
             f' generated="{generated}">']
    for record in records:
        lines.extend(record.lines(mark, "  "))
    lines.append(f"</{mark}extract>")
    return "\n".join(lines) + "\n"


def write_extract(path, text):
    """Packed when the name says so, without a time or a name inside."""
    with open(path, "wb") as file:
        if path.endswith(".gz"):
            with gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
                packed.write(text.encode())
        else:
            file.write(text.encode())
