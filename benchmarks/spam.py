"""How many programs' answers are held among patients', and whether a patient's ever is.

Runs programs and people through the real form, in a database of its own, with a clock
that it sets itself:

    python benchmarks/spam.py [seed] [share of the posts, 0 to 1] [set of texts]
"""

import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"

import django

django.setup()

from django.test.utils import setup_databases, teardown_databases

from benchmarks.spam_simulation import Simulation

# Not the one that the table of signals was made with.
SEED = 20_261_122


def report(name: str, outcomes: Counter) -> None:
    """Print what became of one kind's posts."""
    told = ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common())
    print(f"  {name}: {told}")


def measure(seed: int, share: float, pieces: str) -> bool:
    """Simulate, print, and say whether what is promised holds."""
    simulation = Simulation(seed, share, pieces)
    simulation.run()
    for title, kinds in (("Programs", simulation.bots), ("People", simulation.people)):
        print(title)
        for name, outcomes in kinds.items():
            report(name, outcomes)
    share_stopped = 1 - simulation.bots_let_through / simulation.bot_posts
    print(
        f"Programs: {simulation.bot_posts} posts, {simulation.bots_held} held, "
        f"{simulation.bots_not_stored} not stored, {simulation.bots_let_through} let "
        f"through; {share_stopped:.2%} kept from the list"
    )
    wronged = simulation.people_wronged
    print(f"People: {simulation.person_count}, {wronged} held or refused")
    return share_stopped >= 0.99 and not wronged


def main() -> None:
    """Simulate, and leave nothing behind."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    share = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    pieces = sys.argv[3] if len(sys.argv) > 3 else "held_out"
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"Seed {seed}, {pieces} texts")
        holds = measure(seed, share, pieces)
    finally:
        teardown_databases(databases, verbosity=0)
    if not holds:
        sys.exit("Fewer than 99% of programs were kept out, or a person was held.")


if __name__ == "__main__":
    main()
