"""A page as a scanner sees it: a picture, slightly turned, with a few specks, and no text behind it."""

from io import BytesIO
from random import Random
from textwrap import wrap
from time import gmtime

from PIL import Image, ImageDraw, ImageFont

from benchmarks.samples.source import Sample

_SIZE = (1654, 2339)  # A4 at 200 dots an inch
_FONT = "DejaVuSerif.ttf"


def print_scan(sample: Sample) -> bytes:
    """Return a PDF of one picture."""
    page = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(page)
    y = 200
    for line in sample.lines:
        font = ImageFont.truetype(_FONT, 38 if line.mark else 32)
        for row in wrap(line.text, 64 if line.mark else 72):
            pen.text((180, y), row, 0, font)
            y += 50
        y += 34
    return _save(_spoil(page))


def _spoil(page: Image.Image) -> Image.Image:
    turned = page.rotate(0.35, Image.Resampling.BICUBIC, fillcolor=255)
    chance = Random(1987)
    for _ in range(250):
        turned.putpixel((chance.randrange(_SIZE[0]), chance.randrange(_SIZE[1])), 90)
    return turned.point(lambda value: 255 if value > 140 else 0).convert("1")


def _save(page: Image.Image) -> bytes:
    stream = BytesIO()
    page.save(stream, "PDF", resolution=200.0, creationDate=gmtime(0), modDate=gmtime(0))
    return stream.getvalue()
