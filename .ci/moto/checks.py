"""How a check fails: with a sentence that says what was wanted and what came."""


class Failed(Exception):
    """Something is not as it must be."""


def check(holds, message):
    """Fails with the message unless it holds."""
    if not holds:
        raise Failed(message)


def check_equal(found, wanted, what):
    """Fails unless both are equal; of collections it says what is missing and what is too much."""
    if found == wanted:
        return
    if isinstance(found, dict) and isinstance(wanted, dict):
        found, wanted = set(map(str, found.items())), set(map(str, wanted.items()))
    if isinstance(found, (set, frozenset)) and isinstance(wanted, (set, frozenset)):
        missing = "\n    ".join(sorted(map(str, wanted - found))) or "nothing"
        too_much = "\n    ".join(sorted(map(str, found - wanted))) or "nothing"
        raise Failed(f"{what}\n  missing:\n    {missing}\n  too much:\n    {too_much}")
    raise Failed(f"{what}: wanted {wanted!r}, found {found!r}")


def check_no_secret(text, secrets, what):
    """Fails when a secret stands in a text; shows what stands before it, and not the secret."""
    for secret in secrets:
        before, found, _ = text.partition(secret)
        check(not found, f"a secret of {len(secret)} characters is in {what}, after: {before[-200:]}")
