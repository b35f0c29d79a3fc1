#!/usr/bin/env python3
"""Makes the inputs in fuzz/seeds/ from the letters of corpus/, which are about invented areas.

    python3 fuzz/make_seeds.py

Each target gets a few small files in its own notation; src/read/pdf/fuzzing/ says what those are. What the
letters lack, such as composite fonts, is written out here.
"""

import re
import struct
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
SEEDS = ROOT / "fuzz" / "seeds"
TEXT_BYTES = 3000
PAGE_BYTES = 4000

NOTICE = CORPUS / "wexcombe/2018-09-07-dfe-notice-letter.pdf"
REPORTS = {
    "report": CORPUS / "wexcombe/2024-07-12-area-send-inspection-report.pdf",
    "report-with-table": CORPUS / "northmere/2024-05-24-area-send-inspection-report.pdf",
}


def main():
    for target, seeds in {
        "tokens": tokens(),
        "cmap": cmaps(),
        "fonts": fonts(),
        "structure": trees(),
        "text": texts(),
        "pdf": pdfs(),
    }.items():
        folder = SEEDS / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, seed in seeds.items():
            (folder / name).write_bytes(seed)


def objects(path):
    """The objects of a PDF that the corpus typesetter wrote, by number."""
    found = re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", path.read_bytes(), re.DOTALL)
    return {int(number): body for number, body in found}


def streams(path):
    for body in objects(path).values():
        head, found, content = body.partition(b">>stream\n")
        if found and b"/FlateDecode" in head:
            yield zlib.decompress(content.rpartition(b"\nendstream")[0])


def tokens():
    pages = {
        f"{name}-page": next(page for page in streams(path) if b" Tf" in page)[:PAGE_BYTES]
        for name, path in REPORTS.items()
    }
    inline_image = b"/W 2/H 1/BPC 8/CS/G ID \x00\xff EI Q BT /F1 12 Tf 72 700 Td [(A) -300 <42>] TJ ET"
    return pages | {"inline-image": inline_image, "form-of-strings": rb"(a\(b\051 (c) \\) Tj <4 1>' /A#42 gs"}


def cmaps():
    bullet = next(stream for stream in streams(REPORTS["report"]) if b"beginbf" in stream)
    ranges = (
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar "
        b"2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <D83DDE00>] endbfrange"
    )
    return {"bullet": bullet, "ranges": ranges}


def fonts():
    """The first byte chooses the kind of font, see src/read/pdf/fuzzing/font.rs."""
    differences = b"39 /quotesingle 96 /grave /uni2022 /f_i /g17 /a.alt 128 /bullet"
    type1 = b"/Encoding 256 array dup 11 /ff put dup 12 /fi put readonly def eexec"
    widths = b"0 [ 500 250.5 ] 3 90 600 [ 1 ] 65000 [ 1 2 3 ]"
    segments = words(4, 24, 0, 2, 0, 0, 0, 0x42, 0, 0x41, 10, 0)
    groups = words(12, 0, 0, 28, 0, 0, 0, 1, 1, 0xF600, 1, 0xF601, 0, 7)
    simple = {f"differences-{kind}": bytes([kind]) + differences for kind in (0, 1, 2, 0x15, 0x20, 0x34)}
    return simple | {
        "type1-program": b"\x00" + type1,
        "composite-widths": b"\x43" + widths,
        "truetype-segments": b"\x03" + truetype(segments),
        "truetype-groups": b"\x03" + truetype(groups),
        "symbol": b"\x04" + differences,
        "dingbats": b"\x08" + differences,
        "wingdings": b"\x0d" + differences,
    }


def truetype(character_map):
    """A font program that holds nothing but a character map."""
    head = words(0, 1, 1, 0, 0, 0) + b"cmap" + words(0, 0, 0, 28, 0, 0)
    return head + words(0, 1, 3, 1, 0, 12) + character_map


def words(*numbers):
    return struct.pack(f">{len(numbers)}H", *numbers)


def trees():
    odd = (
        b"/L [ /LI [ /Lbl [ 2 ] /LBody [ 1 /L [ /LI [ /LBody [ 3 ] ] ] ] ] /LI [ /LBody [ 20 ] ] ] "
        b"/Table [ /TBody [ /TR [ /TH <<2 [ 0 ] /TD [ 1 ] ] /TR [ /TD [ 4 /Table [ /TR [ /TD [ 9 ] ] ] ] ] ] ] "
        b"/P [ 8 /Note [ 5 ] 12 ] /Figure [ 6 ] /H1 [ 16 ] /Artifact [ 17 ] <01>"
    )
    return {name: tree(path) for name, path in REPORTS.items()} | {"odd": odd}


def tree(path):
    """The structure tree of a letter, in the notation of src/read/pdf/fuzzing/tree.rs."""
    bodies = objects(path)
    written = []

    def element(number):
        body = bodies[number]
        role = re.search(rb"/S/(\w+)", body)
        written.append(b"/" + role.group(1) + b" [" if role else b"[")
        kids = body.partition(b"/K[")[2]
        for mark, kid in re.findall(rb"/MCID (\d+)>>|(\d+) 0 R", re.sub(rb"/Pg \d+ 0 R", b"", kids)):
            if mark:
                written.append(str(int(mark) % 32).encode())
            elif int(kid) > number:
                element(int(kid))
        written.append(b"]")

    document = next(number for number, body in bodies.items() if b"/S/Document" in body)
    element(document)
    return b" ".join(written)


def texts():
    papers = CORPUS / "northmere/2018-06-08-scrutiny-papers-with-inspection-letter.txt"
    wrapped = CORPUS / "wexcombe/2018-08-10-inspection-letter.txt"
    notice = (CORPUS / "elverdale/2018-11-16-dfe-notice-letter.txt").read_text(encoding="utf-8")
    return {
        "papers": papers.read_bytes()[:TEXT_BYTES],
        "wrapped": wrapped.read_bytes()[:TEXT_BYTES],
        "utf-16": notice[:600].encode("utf-16"),
        "windows-1252": notice[:600].encode("cp1252", errors="replace") + b"\x93quoted\x94",
    }


def pdfs():
    tagged = NOTICE.read_bytes()
    # Of the same length, so that every cross-reference stays right.
    untagged = tagged.replace(b"/StructTreeRoot", b"/StructTreeNone")
    return {"notice.pdf": tagged, "notice-untagged.pdf": untagged}


if __name__ == "__main__":
    main()
