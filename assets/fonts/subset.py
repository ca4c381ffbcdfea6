"""
How the font files of this folder were made smaller: `python3 subset.py FROM TO`, with fonttools 4 and brotli.

FROM holds the Latin files (newsreader.woff2 with weights 400 to 600, newsreader-italic.woff2, libre-franklin.woff2 with
all weights) as the history of this folder has them. What stays: the letters, figures and marks of western European
languages; weights that the style sheets use; kerning as in the middle of the weights, in steps of 1/500 em, which no eye
sees, with letters that are kerned alike in one class.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import PairPosBuilder, buildValue
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.varStore import VarStoreInstancer

CHARACTERS = (
    "U+0020-007E,U+00A0,U+00A1,U+00A3,U+00A5,U+00A7,U+00A9-00AB,U+00AD,U+00AE,U+00B0-00B3,U+00B5,U+00B7,U+00BA-00BD,"
    "U+00BF-00FF,U+0131,U+0152-0153,U+2013-2014,U+2018-201A,U+201C-201E,U+2026,U+2032-2033,U+2039-203A,U+20AC,"
    "U+2122,U+2212"
)
FEATURES = ["kern", "liga", "pnum", "tnum", "rvrn", "ccmp"]
# Of 2000 units an em.
STEP = 4


def main(source: Path, target: Path) -> None:
    for name, weights in (("newsreader", None), ("newsreader-italic", None), ("libre-franklin", (400, 700))):
        font = TTFont(source / f"{name}.woff2")
        if weights is not None:
            font = reopened(instancer.instantiateVariableFont(font, {"wght": weights}))
        font = reopened(only_characters(font))
        if name.startswith("newsreader"):
            kern_by_classes(font)
        font.flavor = "woff2"
        font.save(target / f"{name}.woff2")


def reopened(font: TTFont) -> TTFont:
    font.flavor = None
    file = io.BytesIO()
    font.save(file)
    return TTFont(io.BytesIO(file.getvalue()))


def only_characters(font: TTFont) -> TTFont:
    options = subset.Options(layout_features=FEATURES, name_IDs=[0, 5, 13, 14], hinting=False, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    subsetter.subset(font)
    return font


def kern_by_classes(font: TTFont) -> None:
    """Replaces thousands of pairs, each with its own variation, by one table of classes."""
    order = font.getGlyphOrder()
    kerning = pair_values(font)
    rows = alike({first: tuple(kerning.get((first, second), 0) for second in order) for first in order})
    columns = alike({second: tuple(row[order.index(second)] for row, _ in rows) for second in order})
    builder = PairPosBuilder(font, None)
    for row, firsts in rows:
        for _, seconds in columns:
            value = row[order.index(seconds[0])]
            if value != 0:
                builder.addClassPair(None, tuple(firsts), buildValue({"XAdvance": value}), tuple(seconds), None)
    lookups = font["GPOS"].table.LookupList
    lookups.Lookup = [builder.build()]
    lookups.LookupCount = 1
    if "fvar" in font:
        font["GDEF"].table.VarStore = None
        font["GDEF"].table.Version = 0x00010002


def pair_values(font: TTFont) -> dict[tuple[str, str], int]:
    """What each two glyphs are moved by: the first subtable that knows them decides."""
    middle = None
    if "fvar" in font:
        middle = VarStoreInstancer(font["GDEF"].table.VarStore, font["fvar"].axes, {"wght": 0.5})

    def advance(value: object) -> int:
        moved = getattr(value, "XAdvance", 0) or 0
        device = getattr(value, "XAdvDevice", None)
        if middle is not None and device is not None:
            moved += middle[(device.StartSize << 16) + device.EndSize]
        return round(moved / STEP) * STEP

    subtables = [
        getattr(subtable, "ExtSubTable", subtable)
        for lookup in font["GPOS"].table.LookupList.Lookup
        for subtable in lookup.SubTable
    ]
    values: dict[tuple[str, str], int] = {}
    for subtable in subtables:
        for first in subtable.Coverage.glyphs:
            if subtable.Format == 1:
                pairs = subtable.PairSet[subtable.Coverage.glyphs.index(first)].PairValueRecord
                found = {pair.SecondGlyph: pair.Value1 for pair in pairs}
            else:
                record = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)].Class2Record
                classes = subtable.ClassDef2.classDefs
                found = {second: record[classes.get(second, 0)].Value1 for second in font.getGlyphOrder()}
            for second, value in found.items():
                values.setdefault((first, second), advance(value))
    return values


def alike(vectors: dict[str, tuple[int, ...]]) -> list[tuple[tuple[int, ...], list[str]]]:
    """Names whose vectors differ by no more than a step, together; those of zeros are left out."""
    groups: list[tuple[tuple[int, ...], list[str]]] = []
    for name, vector in vectors.items():
        if not any(vector):
            continue
        for model, names in groups:
            if all(abs(one - other) <= STEP for one, other in zip(model, vector)):
                names.append(name)
                break
        else:
            groups.append((vector, [name]))
    return groups


main(Path(sys.argv[1]), Path(sys.argv[2]))
