"""The front matter and the General Report, with the lists that it prints."""

from benchmarks.generator.truth import TrueList
from benchmarks.generator.typeset import BODY, CHAPTER, COUNTRY, COVER, LIST, Style, Typesetter

_STOPS = (0.0, 190.0)
_SECTIONS = {"satisfaction": "progress", "interest": "progress", "assistance-useful": "assistance"}


def set_front(
    setter: Typesetter, words: dict[str, str], when: tuple[int, int], lists: tuple[TrueList, ...], names: dict[str, str]
) -> None:
    """Set the cover with its contents, then the General Report; `when` is the year of adoption and the session."""
    adopted, session = when
    _set_cover(setter, words, adopted + 1, session)
    setter.head = words["part-one"]
    setter.new_page()
    setter.set_text(words["part-one"], CHAPTER)
    setter.set_text(words["introduction"], COUNTRY)
    setter.set_text(words["met"].format(number=_ordinal(adopted - 1929, words), year=adopted), BODY, "1.")
    setter.set_text(words["members"], BODY, "2.")
    found = {one.key: one.rows for one in lists}
    missing = ", ".join(names[iso3] for iso3, _ in found["report-missing"])
    setter.set_text(words["obligations"], COUNTRY)
    setter.set_text(words["report-missing"].format(names=missing), BODY, "3.")
    last = ""
    for number, (key, section) in enumerate(_SECTIONS.items(), 4):
        if section != last:
            setter.set_text(words[section], COUNTRY)
        last = section
        _set_list(setter, words, (number, key), found[key], names)


def _set_list(
    setter: Typesetter, words: dict[str, str], item: tuple[int, str],
    rows: tuple[tuple[str, tuple[str, ...]], ...], names: dict[str, str],
) -> None:  # fmt: skip
    number, key = item
    cases = sum(len(codes) for _, codes in rows)
    setter.set_text(words[key].format(n=cases, m=len(rows)), BODY, f"{number}.")
    setter.set_row((words["state"], words["numbers"]), LIST._replace(font="Times-Bold"), _STOPS)
    for iso3, codes in rows:
        numbers = [str(int(code[1:])) for code in codes]
        for start in range(0, len(numbers), 10):
            part = ", ".join(numbers[start : start + 10])
            setter.set_row((names[iso3] if start == 0 else "", part), LIST, _STOPS)
    setter.set_text("", Style(after=8))


def _set_cover(setter: Typesetter, words: dict[str, str], published: int, session: int) -> None:
    conference = words["conference"].format(session=_ordinal(session, words), year=published)
    for text in (conference, words["volume"], words["report"]):
        setter.set_text(text, COVER)
    setter.set_text(words["invented"], Style(align="centre", font="Times-Italic", before=30, after=40))
    setter.set_text(words["contents"], COUNTRY)
    for number, key in enumerate(("part-one", "part-two", "appendix"), 1):
        dots = " ".join("." * 30)
        setter.set_row((words[key], f"{dots} {number * 2 + 1}"), LIST, (0.0, 300.0))


def _ordinal(number: int, words: dict[str, str]) -> str:
    if words["convention"] != "Convention No.":
        return f"{number}{'e' if words['convention'] == 'Convention no' else 'ª'}"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
