"""Ids that come from content, never from position or clock."""

from hashlib import blake2b, sha256


def hash_bytes(content: bytes) -> str:
    """Return the sha256 of a source's bytes as 64 hexadecimal digits."""
    return sha256(content).hexdigest()


def make_id(*parts: object) -> str:
    """Return 20 hexadecimal digits that stand for the parts, in their order."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=10).hexdigest()
