"""The traps of the seed texts (REQUIREMENTS.md section 5), each under its id, on the lines of the seeds themselves.

No sentence of a seed stands here: lines are named by seed and number, and compared with what was read.
"""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from pipeline.folding import fold
from pipeline.identity import hash_bytes
from pipeline.read import read_document
from pipeline.records import Block, Document, Source
from pipeline.vocabulary import BlockKind, Language

SEEDS = Path(os.environ.get("NEEDS_SEEDS") or Path(__file__).parents[3] / "shared" / "seeds")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FIGURE = re.compile(r"[-–]?\d[\d.,%  ]*")

if not SEEDS.is_dir() and os.environ.get("NEEDS_REQUIRE_ALL") != "1":
    pytest.skip(f"the seed texts are not at {SEEDS} (set NEEDS_SEEDS)", allow_module_level=True)


@cache
def raw(seed: str) -> tuple[str, ...]:
    """The lines of a seed; line 1 is at 1."""
    path = next(SEEDS.glob(f"{seed}_*.txt"))
    return ("", *path.read_text(encoding="utf-8").split("\n"))


@cache
def read(seed: str) -> Document:
    content = next(SEEDS.glob(f"{seed}_*.txt")).read_bytes()
    return read_document(Source(hash_bytes(content), f"{seed}.txt", content))


def plain(text: str) -> str:
    """A seed line as the reader cleans it, as far as the tests need it."""
    text = re.sub(rf"\*+|</?i>|[{SUPERSCRIPTS}]", "", text).replace("\u00a0", " ").replace(" -- ", " – ")
    return re.sub(r"\s+", " ", text).strip()


def line(seed: str, number: int) -> str:
    return plain(raw(seed)[number])


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [block.span.cut(document.text) for block in document.blocks if not kinds or block.kind in kinds]


def blocks_with(seed: str, words: str) -> list[Block]:
    document = read(seed)
    return [block for block in document.blocks if words in plain(block.span.cut(document.text))]


def kinds_of(seed: str, number: int) -> set[BlockKind]:
    """The kinds of the blocks that hold the first words of a line."""
    return {block.kind for block in blocks_with(seed, line(seed, number)[:40])}


def is_joined(seed: str, first: int, second: int) -> bool:
    """Whether the end of one line and the beginning of another are one running text of one block."""
    bridge = f"{line(seed, first)[-25:]} {line(seed, second)[:25]}"
    return any(bridge in text for text in map(plain, texts(read(seed), BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)))


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_every_word_of_a_seed_is_read_once_and_in_one_language(seed: str):
    document = read(seed)
    assert document.language is Language.ENGLISH
    words = [re.findall(r"\w{5,}", "".join(source).lower()) for source in ("\n".join(raw(seed)), document.text)]
    assert abs(len(words[1]) - len(words[0])) <= 0.005 * len(words[0]) + 2


def test_x01_a_title_and_a_bold_word_glued_to_it_are_two():
    title, word = raw("000")[7].rstrip("*").split("**")
    assert title in texts(read("000"))
    assert word in texts(read("000"), BlockKind.FURNITURE)


@pytest.mark.parametrize(("seed", "numbers"), [("000", range(9, 34)), ("004", range(178, 188))])
def test_x02_contents_are_neither_headings_nor_body(seed: str, numbers: range):
    for number in numbers:
        if line(seed, number):
            document = read(seed)
            assert plain(raw(seed)[number].replace("\t", " ")) in map(plain, texts(document, BlockKind.FURNITURE))


def test_x02_the_headings_that_contents_announce_are_headings_once():
    assert texts(read("000"), BlockKind.HEADING).count(line("000", 35)) == 1
    assert texts(read("004"), BlockKind.HEADING).count(line("004", 29)) == 1


INTERRUPTED = [
    ("000", 51, (53,), 55), ("000", 66, (68,), 70), ("000", 89, (91,), 93), ("000", 146, (148, 150), 152),
    ("003", 19, (21,), 23), ("004", 49, (51,), 53), ("002", 89, (94,), 98), ("002", 669, (673,), 681),
]  # fmt: skip


@pytest.mark.parametrize(("seed", "first", "notes", "second"), INTERRUPTED)
def test_x03_a_sentence_cut_by_footnotes_is_one_again(seed: str, first: int, notes: tuple[int, ...], second: int):
    assert is_joined(seed, first, second)
    for note in notes:
        assert kinds_of(seed, note) == {BlockKind.FOOTNOTE}


@pytest.mark.parametrize(
    ("seed", "first", "second"),
    [("000", 106, 108), ("000", 178, 180), ("004", 33, 35), ("004", 97, 99), ("004", 118, 120), ("004", 138, 140),
     ("004", 170, 172)],
)  # fmt: skip
def test_x04_a_sentence_cut_by_a_page_end_is_one_again(seed: str, first: int, second: int):
    assert is_joined(seed, first, second)


def test_x05_a_footnote_after_a_sentence_joins_nothing():
    assert kinds_of("000", 84) == {BlockKind.FOOTNOTE}
    assert any(plain(text).endswith(line("000", 82)[-25:]) for text in texts(read("000"), BlockKind.PARAGRAPH))


@pytest.mark.parametrize("seed", ["000", "003", "004"])
def test_x06_raised_marks_leave_the_text_and_notes_keep_their_numbers(seed: str):
    body = texts(read(seed), BlockKind.PARAGRAPH, BlockKind.HEADING)
    assert not any(mark in text for text in body for mark in SUPERSCRIPTS)
    numbers = [int(text.split()[0]) for text in texts(read(seed), BlockKind.FOOTNOTE)]
    assert numbers == list(range(1, {"000": 7, "003": 2, "004": 2}[seed]))


def test_x07_marks_in_brackets_leave_the_text_and_their_notes_are_footnotes():
    assert "(1)" in raw("001")[16]
    assert "(2)" in raw("001")[16]
    assert not any("(1) In" in text or text.endswith("(2)") for text in texts(read("001"), BlockKind.PARAGRAPH))
    assert kinds_of("001", 158) == kinds_of("001", 160) == {BlockKind.FOOTNOTE}


BARE_MARKS = [
    (37, 1), (75, 2), (122, 3), (161, 4), (176, 5), (181, 6), (225, 7), (311, 8), (510, 1), (510, 2), (628, 3),
    (645, 4), (782, 5), (794, 6), (894, 7), (1116, 1), (1174, 2), (1434, 3), (1651, 1), (1927, 2), (1952, 3),
    (1954, 4), (1954, 5), (1955, 6), (1964, 7), (2262, 1), (2460, 2), (2571, 3), (2592, 4), (2635, 5), (2637, 6),
    (2647, 7), (2733, 8), (2749, 9), (2750, 10), (2770, 11), (2823, 12), (2829, 13), (2974, 14), (3016, 15),
    (3543, 17), (3600, 18), (4255, 19), (4263, 20), (4471, 21), (4717, 1),
]  # fmt: skip


@pytest.mark.parametrize(("number", "mark"), BARE_MARKS)
def test_x08_bare_marks_are_no_numbers_of_the_text(number: int, mark: int):
    text = line("002", number)
    found = list(re.finditer(rf"(?<=\S) {mark}(?=$|[ .,;:)])", text))[0]
    before, after = text[max(0, found.start() - 18) : found.start()], text[found.end() : found.end() + 6]
    assert text[max(0, found.start() - 18) : found.end() + 6] not in read("002").text or not after
    assert f"{before}{after}" in plain(read("002").text)


def test_x08_a_mark_without_a_note_and_without_a_stop_is_left_as_printed():
    assert "web site 16" in read("002").text


def test_x09_a_note_without_number_or_a_number_without_note_is_tolerated():
    assert blocks_with("002", line("002", 193)[:40])
    assert line("002", 680) in texts(read("002"), BlockKind.FURNITURE)


@pytest.mark.parametrize("number", [90, 298, 394, 425, 577, 1293, 1546])
def test_x10_page_numbers_are_furniture(number: int):
    assert line("002", number) in texts(read("002"), BlockKind.FURNITURE)
    assert line("002", number) not in texts(read("002"), BlockKind.PARAGRAPH, BlockKind.HEADING)


@pytest.mark.parametrize("number", [96, 396, 1548, 4680])
def test_x10_running_heads_are_furniture(number: int):
    assert line("002", number) in texts(read("002"), BlockKind.FURNITURE)


@pytest.mark.parametrize("number", [96, 4479])
def test_x10_the_heading_with_the_words_of_a_running_head_is_kept_once(number: int):
    assert texts(read("002"), BlockKind.HEADING).count(line("002", number)) == 1


@pytest.mark.parametrize("number", [147, 299, 528, 1894, 2238, 3149, 3254, 4059, 4211, 4458])
def test_x11_a_line_at_a_page_head_that_goes_on_opens_no_block(number: int):
    if line("002", number)[0].islower():
        assert not any(text.startswith(line("002", number)[:30]) for text in texts(read("002")))


@pytest.mark.parametrize(
    ("label", "first", "last"), [(5, 7, 8), (369, 371, 372), (873, 875, 875), (877, 879, 879), (936, 949, 950)]
)
def test_x12_a_label_and_its_heading_are_one(label: int, first: int, last: int):
    words = " ".join(line("002", number) for number in (label, *range(first, last + 1)))
    assert words in texts(read("002"), BlockKind.HEADING)


def test_x12_a_heading_far_from_its_label_is_a_heading_all_the_same():
    words = " ".join(line("002", number) for number in (763, 764, 765))
    assert any(words in text for text in texts(read("002"), BlockKind.HEADING))


@pytest.mark.parametrize("number", [429, 437, 443, 450, 456, 461, 466, 471, 477, 897, 915, 1179, 1183, 1187, 1191])
def test_x13_a_bullet_on_its_own_line_opens_its_text(number: int):
    assert any(text.startswith("• " + line("002", number)[:30]) for text in texts(read("002"), BlockKind.PARAGRAPH))


def test_x13_no_bullet_stands_alone_and_dashes_open_sub_items():
    assert not {"!", "•", "–"} & set(texts(read("002")))
    assert any(text.startswith("– " + line("002", 4610)[:30]) for text in texts(read("002")))
    assert texts(read("002"), BlockKind.FURNITURE).count("* * *") == 3


@pytest.mark.parametrize(
    ("number", "word"),
    [(419, "peoplecentred"), (631, "crosssectoral"), (688, "countrydriven"), (1298, "standardsetting"), (3875, "oldage")],
)
def test_x14_words_fused_at_a_line_end_stay_as_they_are(number: int, word: str):
    assert word in raw("002")[number]
    assert word in read("002").text


def test_x15_a_word_cut_at_a_page_end_harms_nothing():
    assert "reconstitu-" in read("003").text


@pytest.mark.parametrize(("first", "last"), [(1717, 1822), (2092, 2156), (2314, 2443), (4818, 5028), (5031, 5852)])
def test_x16_x17_the_figures_of_a_table_stand_in_tables(first: int, last: int):
    cells = {cell for text in texts(read("002"), BlockKind.TABLE) for cell in text.split("\n")}
    figures = [line("002", n) for n in range(first, last) if FIGURE.fullmatch(line("002", n))]
    assert len(figures) > 15
    assert sum(figure in cells for figure in figures) >= 0.97 * len(figures)


def test_x17_a_table_printed_row_by_row_is_one_block_in_its_order():
    figures = [line("002", n) for n in range(2333, 2350) if line("002", n)]
    assert any("\n".join(figures) in text for text in texts(read("002"), BlockKind.TABLE))


@pytest.mark.parametrize("number", [2111, 2119])
def test_x18_figures_keep_their_blanks_and_dashes(number: int):
    assert any(line("002", number) in text.split("\n") for text in texts(read("002"), BlockKind.TABLE))


@pytest.mark.parametrize("number", [2240, 2490, 5853, 5856, 5859])
def test_x19_a_caption_without_figures_is_a_block_and_no_table(number: int):
    assert kinds_of("002", number) & {BlockKind.PARAGRAPH, BlockKind.HEADING}


def test_x20_the_columns_of_a_row_stay_apart_and_in_order():
    cells = [plain(cell) for cell in raw("003")[43].rstrip().split("\t")]
    rows = [row.split("\t") for text in texts(read("003"), BlockKind.TABLE) for row in text.split("\n")]
    row = next(row for row in rows if row[0] == cells[0] and plain(row[1]) == cells[1])
    assert [plain(cell) for cell in row] == cells
    assert any(row[:2] == ["", ""] and row[2] and plain(row[2]) == line("003", 45) for row in rows)


@pytest.mark.parametrize(
    ("seed", "number", "noise"), [("003", 46, "quidebook"), ("004", 128, "Hexibility"), ("001", 79, "captital")]
)
def test_x21_noise_is_kept_as_printed(seed: str, number: int, noise: str):
    assert noise in raw(seed)[number]
    assert noise in read(seed).text


@pytest.mark.parametrize(("number", "opening"), [(86, "14. "), (87, "15. "), (88, "16. "), (89, "17. ")])
def test_x22_numbers_wrapped_in_stars_and_dashes_open_their_paragraphs(number: int, opening: str):
    first = line("000", number).split(". ", 1)[1][:30]
    assert any(text.startswith(opening + first) for text in texts(read("000"), BlockKind.PARAGRAPH))


def test_x22_a_quoted_number_opens_a_block_of_its_own():
    assert any(text.startswith(line("002", 383)[:40]) for text in texts(read("002"), BlockKind.PARAGRAPH))
    assert any(text.startswith(line("002", 398)[:40]) for text in texts(read("002"), BlockKind.PARAGRAPH))


def test_x23_numbering_that_begins_anew_is_kept():
    openings = [text.split(". ", 1)[0] for text in texts(read("001"), BlockKind.PARAGRAPH)]
    assert openings.count("1") == 2


@pytest.mark.parametrize("number", [323, 368])
def test_x24_a_list_that_is_announced_and_not_given_is_tolerated(number: int):
    assert kinds_of("001", number) == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("number", [50, 57, 140, 141])
def test_x26_quotations_lose_their_stars_and_keep_their_quotation_marks(number: int):
    found = [text for text in texts(read("000")) if plain(text).startswith(line("000", number)[:40])]
    assert len(found) == 1
    assert "*" not in found[0]
    assert any(mark in found[0] for mark in "“\"'")


@pytest.mark.parametrize("number", [302, 303, 304, 315, 2603, 2777, 3812, 4073])
def test_x28_titles_broken_over_lines_are_on_one(number: int):
    assert is_joined("002", number, number + 1)


def test_x32_apostrophes_stay_as_printed_and_fold_alike():
    assert "’" in read("002").text
    assert "'" in read("000").text
    assert fold("the Office’s") == fold("the Office's")


@pytest.mark.parametrize("number", [197, 198, 246, 247, 523, 527, 826])
def test_x33_scattered_addresses_of_notes_are_notes(number: int):
    assert kinds_of("002", number) == {BlockKind.FOOTNOTE}


@pytest.mark.parametrize(("seed", "number"), [("001", 1), ("001", 2), ("001", 373), ("003", 32), ("000", 199)])
def test_x34_boilerplate_is_furniture(seed: str, number: int):
    assert line(seed, number) in texts(read(seed), BlockKind.FURNITURE)


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_x35_odd_blanks_and_double_hyphens_are_plain(seed: str):
    assert "\u00a0" not in read(seed).text
    assert " -- " not in read(seed).text


@pytest.mark.parametrize("number", [1143, 1692, 2738, 3214, 3355, 3434, 3807, 4033])
def test_x36_names_broken_over_lines_are_on_one(number: int):
    assert is_joined("002", number, number + 1)
