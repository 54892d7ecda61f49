"""After a backup was restored: what the log of erasures knows is erased again."""

from submissions.models.erasure import ErasedReference, Erasure
from submissions.models.submission import Submission

from .erasing import Cause, Outcome, Way, erase
from .fingerprints import possible_fingerprints


def last_erasures() -> dict[str, Erasure]:
    """By hash of a reference, the newest line of the log about it."""
    known = ErasedReference.objects.select_related("erasure").order_by("erasure_id")
    return {each.fingerprint: each.erasure for each in known}


def erase_again(done_by: str) -> Outcome:
    """Erase what the log says was erased, and nobody put back, in the way it was."""
    log = last_erasures()
    found: dict[Erasure, list[int]] = {}
    for key, reference, erased_at in Submission.objects.values_list(
        "pk", "reference", "erased_at"
    ).iterator():
        for fingerprint in possible_fingerprints(reference):
            line = log.get(fingerprint)
            if line is None or line.why == Erasure.Why.TAKEN_BACK:
                continue
            if line.way == Way.ALL or erased_at is None:
                found.setdefault(line, []).append(key)
            break
    erased = kept_back = 0
    for line, keys in found.items():
        cause = Cause(Erasure.Why(line.why), Way(line.way), done_by, line.rule)
        outcome = erase(Submission.objects.filter(pk__in=keys), cause)
        erased += outcome.erased
        kept_back += outcome.kept_back
    return Outcome(erased, kept_back)
