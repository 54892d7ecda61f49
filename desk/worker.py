"""What sends the e-mails and publishes on schedule: round after round, until it is told
to stop."""

import logging
import os
import signal
import threading
import time

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from desk.export_making.worker import ExportWorker
from editorial.publication.schedule import run_schedule
from submissions.notifying.sweeping import sweep
from submissions.notifying.tasks import send_notification
from submissions.privacy.upkeep import Upkeep

logger = logging.getLogger(__name__)

# Seconds. Pages are published within a minute of their time.
SCHEDULE_PAUSE = 30


class Tasks(Worker):
    """Runs the schedule after each e-mail too: a mail server that does not answer holds
    each of them for half a minute."""

    schedule_ran_at = -float("inf")

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Send one e-mail."""
        super().run_task(db_task_result)
        self.run_schedule()

    def run_schedule(self) -> None:
        """Publish and take down what is due, if nobody looked a moment ago."""
        if time.monotonic() - self.schedule_ran_at >= SCHEDULE_PAUSE:
            run_schedule()
            self.schedule_ran_at = time.monotonic()


class MailWorker:
    """Runs the tasks that send e-mails. As many as one likes may run at once."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.upkeep = Upkeep()
        self.tasks = Tasks(
            queue_names=[send_notification.queue_name],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name=send_notification.backend,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )

    def run_once(self) -> None:
        """Publish and send all that is due, and forget it."""
        close_old_connections()
        self.tasks.run_schedule()
        self.upkeep.run()
        sweep(timezone.now())
        self.tasks.run()

    def run(self, pause: float) -> None:
        """Send what is due, and look again after a pause (seconds), until stopped."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        parent = os.getppid()
        exports = ExportWorker()
        exports.start()
        while not self.stopping.is_set():
            try:
                self.run_once()
            except DatabaseError as error:
                # It may be moving; its words may hold a row.
                logger.warning("The database refused: %s", type(error).__name__)
            self.stopping.wait(pause)
            if os.getppid() != parent:
                # Who started us is gone.
                self.stop()
        exports.stop()

    def stop(self, *_signal) -> None:
        """End after the e-mail that is being sent."""
        self.tasks.running = False
        self.stopping.set()
