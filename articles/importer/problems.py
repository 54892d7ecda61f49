"""What can be wrong with a file, said plainly."""


class ImportProblemError(Exception):
    """A file that cannot be imported; the message says why and what to do."""
