"""What makes long exports, beside the sending of e-mails, which waits for nobody."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from .making import claim_next, make
from .sweeping import sweep

logger = logging.getLogger(__name__)

PAUSE = 0.5
SWEEP_PAUSE = 30


class ExportWorker(threading.Thread):
    """Makes one file after the other, until it is told to stop. As many as one likes
    may run at once."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.swept_at = -float("inf")

    def run(self) -> None:
        """Look for work twice a second."""
        try:
            while not self.stopping.is_set():
                try:
                    self.run_once()
                except (DatabaseError, OSError) as error:
                    # The database may be moving; its words may hold a row.
                    logger.warning("Exports have to wait: %s", type(error).__name__)
                self.stopping.wait(PAUSE)
        finally:
            connection.close()

    def run_once(self) -> None:
        """Make all that waits."""
        close_old_connections()
        if time.monotonic() - self.swept_at > SWEEP_PAUSE:
            sweep(timezone.now())
            self.swept_at = time.monotonic()
        while not self.stopping.is_set() and (job := claim_next(timezone.now())):
            make(job, self.stopping)

    def stop(self, patience: float = 5) -> None:
        """Stop within `patience` seconds; what is being made begins anew later."""
        self.stopping.set()
        if self.is_alive():
            self.join(patience)
