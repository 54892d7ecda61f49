"""Getting at a file's bytes."""

from pathlib import Path

from .problems import ImportProblemError

# Far more than any article, far less than what would fill the memory.
MAX_BYTES = 5_000_000


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises ImportProblemError if it is missing, no file, not readable, empty or
    larger than MAX_BYTES; the size is asked before anything is read.
    """
    try:
        if path.is_dir():
            raise ImportProblemError("This is a folder. Name the files in it.")
        if not path.exists():
            raise ImportProblemError("There is no such file. Check the name.")
        if not path.is_file():
            raise ImportProblemError("This is not an ordinary file.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ImportProblemError(
                f"The file has {size / 1e6:.0f} MB; an article has at most "
                f"{MAX_BYTES / 1e6:.0f} MB. Save only the article's text."
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise ImportProblemError(f"The file cannot be read: {reason}.") from error
    if not data.strip():
        raise ImportProblemError("The file is empty.")
    return data
