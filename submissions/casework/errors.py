"""What keeps staff from doing something to a submission."""


class CaseworkError(Exception):
    """It cannot be done; the words say why, for staff."""


class ChangedMeanwhileError(CaseworkError):
    """Somebody else was faster."""
