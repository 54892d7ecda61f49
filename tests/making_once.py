"""What takes long to make: made once in a run, by whoever needs it first."""

import fcntl
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder with what `make` puts into it. Others that need it wait meanwhile.

    Who wants to change it works on a copy. Raises what `make` raises; the next one
    then tries anew.
    """
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = Path(mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
            make(unfinished)
            unfinished.rename(folder)
    return folder
