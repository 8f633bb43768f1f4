"""The one family of errors: raised with the source and the words that offended, caught once per source."""


class NeedsError(Exception):
    """Anything this project refuses, said so that a person knows what to do."""


class ReadFailure(NeedsError):
    """A source that cannot be read; the reason becomes its row in `sources`."""


class Unreachable(ReadFailure):
    """A source that a vanished network path or disk keeps away for now; trying again may heal it."""


class GazetteerError(NeedsError):
    """A list that contradicts itself: a duplicate, a stray blank, an unknown code."""


class StoreError(NeedsError):
    """A store or dataset folder that cannot be used as it is."""


class StoreBusy(StoreError):
    """A store that another program holds; trying again may heal it."""


class DatasetError(NeedsError):
    """Tables that break the contract of DATASET.md."""


class InputError(NeedsError):
    """An input that is not there: wrong usage, said before anything is read."""


class ModelError(NeedsError):
    """A trained model that cannot be used, or labels that none can be made from."""


class LabelError(NeedsError):
    """A label that breaks the scheme, or two that cannot both be."""


class UnknownName(InputError):
    """A country, Convention, region, subject or office that no list has; the words name what comes near."""


class RenderError(NeedsError):
    """A page that cannot be set; the fault is this program's, not the reader's."""
