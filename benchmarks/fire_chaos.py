"""What goes wrong on a bad day: processes that die at any moment."""

import threading
import time
from collections import Counter
from random import Random

from benchmarks.fire_clients import Ledger
from benchmarks.fire_site import Processes, kill

# After how many acknowledged answers the next kill comes, so that a slow machine does
# more than start again; and how many seconds after it, one time in three, another:
# as in a loop of crashes, at which web servers give up.
FEWEST, MOST = 20, 200
AT_ONCE = 4.0


class Chaos:
    """Kills processes of the site at random until stopped; `kills` counts them."""

    def __init__(self, processes: Processes, ledger: Ledger, seed: int):
        self.victims = {
            "application": processes.application,
            "mail worker": processes.mail_worker,
            "web server": processes.server,
        }
        self.ledger = ledger
        self.random = Random(seed)
        self.kills: Counter[str] = Counter()
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def __enter__(self) -> "Chaos":
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.stopping.set()
        self.thread.join()

    def run(self) -> None:
        """Kill, wait, kill."""
        goal = 0
        while not self.stopping.wait(self.random.uniform(0.1, 1)):
            if len(self.ledger.references) < goal:
                continue
            goal = len(self.ledger.references) + self.random.randint(FEWEST, MOST)
            self.strike()
            if self.random.random() < 1 / 3:
                time.sleep(self.random.uniform(0, AT_ONCE))
                self.strike()

    def strike(self) -> None:
        """Kill the processes that do one of the site's jobs."""
        (name,) = self.random.choices(list(self.victims), (6, 4, 1))
        self.kills[name] += kill(self.victims[name]())
