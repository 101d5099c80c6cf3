#!/usr/bin/env python3
"""Writes large.bin and small.bin, the shapes of big characters. See README.md beside this file.

    make.py UNIFONT.HEX ARK-PIXEL-FOLDER

Needs Pillow. Both tables are: the number of characters, their code points in order, then as many shapes of equal size;
all numbers are 16 bits, the high byte first. A shape is its rows from the top, a bit a pixel, from the left.
"""

import re
import struct
import sys
import unicodedata
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
HANZI = HERE.joinpath("gb2312.txt").read_text(encoding="utf-8").split()
SIGNS = [chr(c) for c in (*range(0x21, 0x7F), *range(0xA1, 0x100)) if c != 0xAD] + list(
    "—–‘’“”…‰′″€™№℃℉←↑→↓−√∞≈≠≤≥●○■□▲△▼▽◆◇★☆㎡㎞㎏①②③④⑤⑥⑦⑧⑨⑩"
    "、。〇〈〉《》「」『』【】〔〕" + "".join(chr(c) for c in range(0xFF01, 0xFF5F)) + "￥"
)

# Signs that the small font lacks, in our own shapes: 9 by 14 pixels.
OWN = {
    "≈": (4, "..##..#.", ".#..##..", "........", "..##..#.", ".#..##.."),
    "≤": (2, "....##", "..##..", "##....", "..##..", "....##", "......", "######"),
    "≥": (2, "##....", "..##..", "....##", "..##..", "##....", "......", "######"),
}


def own(top, *rows):
    ink = {(x, top + y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel == "#"}
    return {(x - min(x for x, _ in ink), y) for x, y in ink}


def wide(c):
    return unicodedata.east_asian_width(c) in "WF"


def large(path):
    """16 rows of 16 pixels of every character of GB 2312, from Unifont."""
    shapes = {}
    for line in path.read_text(encoding="ascii").splitlines():
        code, digits = line.split(":")
        width = len(digits) // 16
        rows = [int(digits[at : at + width], 16) << (16 - 4 * width) for at in range(0, len(digits), width)]
        shapes[chr(int(code, 16))] = struct.pack(">16H", *rows)
    return {c: shapes[c] for c in [*"".join(HANZI), *SIGNS]}


def ark(folder):
    """The picture of each character, the form of mainland China where there are several."""
    found = {}
    for path in sorted(folder.glob("assets/glyphs/12/*/**/*.png")):
        name = re.fullmatch(r"([0-9A-F]{4,6})(?: (.*))?", path.stem)
        if not name or "monospaced" in path.parts:
            continue
        ours = 1 if not name[2] else 2 * ("zh_cn" in name[2].split(","))
        c = chr(int(name[1], 16))
        if ours > found.get(c, (0,))[0]:
            found[c] = (ours, path)
    return {c: path for c, (_, path) in found.items()}


def small(folder):
    """128 bits a character of the first level of GB 2312, from Ark Pixel: a wide one 11 by 11 pixels from its second row,
    another one 9 by 14. What is larger than that has no small form."""
    paths, shapes = ark(folder), {}
    for c in [*HANZI[0], *SIGNS]:
        if c in OWN:
            shapes[c] = pack(own(*OWN[c]), 9)
            continue
        if c not in paths:
            continue
        alpha = Image.open(paths[c]).convert("RGBA").getchannel("A")
        # Pictures of 18 rows have three above and three below those of 12.
        above = (alpha.height - 12) // 2
        ink = {(x, y - above) for x in range(alpha.width) for y in range(alpha.height) if alpha.getpixel((x, y)) > 127}
        left, (width, height, top) = (0, (11, 11, 1)) if wide(c) else (min(x for x, _ in ink), (9, 14, 0))
        ink = {(x - left, y - top) for x, y in ink}
        if any(x >= width or not 0 <= y < height for x, y in ink):
            continue
        shapes[c] = pack(ink, width)
    return shapes


def pack(ink, width):
    return sum(1 << (127 - y * width - x) for x, y in ink).to_bytes(16, "big")


def write(name, shapes):
    codes = sorted(shapes)
    table = struct.pack(f">{len(codes) + 1}H", len(codes), *map(ord, codes))
    HERE.joinpath(name).write_bytes(table + b"".join(shapes[c] for c in codes))
    print(name, len(codes))


if __name__ == "__main__":
    write("large.bin", large(Path(sys.argv[1])))
    write("small.bin", small(Path(sys.argv[2])))
