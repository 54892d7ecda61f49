"""A small edition of `make bench`: programs and people at the real form."""

import pytest

from benchmarks.spam_simulation import Simulation

pytestmark = pytest.mark.django_db


def test_few_programs_get_through_and_no_person_is_held():
    simulation = Simulation(seed=7, share=0.06)
    simulation.run()
    assert simulation.bot_posts > 200
    # Few of so few floods come to their fifth message.
    assert simulation.bots_let_through <= 0.05 * simulation.bot_posts
    assert sum(outcomes["stored"] for outcomes in simulation.people.values()) >= 5
    assert simulation.people_wronged == 0
