"""The web server and what sends e-mails start and stop together, and come back."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.serving import ROOT

PATIENCE = 30
SUPERVISE = """
import sys
from clinicsite import supervisor
supervisor.PAUSE = supervisor.GRACE = 1
supervisor.TIME_TO_START = float(sys.argv.pop(1))
server, worker = ([sys.executable, "-c", code] for code in sys.argv[1:])
sys.exit(supervisor.Supervisor(server, worker).run())
"""
# Notes its number, and stays.
STAY = (
    "import os, time; open({path!r}, 'a').write(f'{{os.getpid()}}\\n'); time.sleep(600)"
)
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "


@pytest.fixture
def notes(tmp_path):
    """Where server and worker note their numbers."""
    return {name: tmp_path / name for name in ("server", "worker")}


@pytest.fixture
def supervise(notes):
    """Starts a supervisor over two small programs."""
    started = []

    def begin(time_to_start=10, **code):
        stay = {name: STAY.format(path=str(path)) for name, path in notes.items()}
        programs = stay | code
        code = [SUPERVISE, str(time_to_start), programs["server"], programs["worker"]]
        process = subprocess.Popen([sys.executable, "-c", *code], cwd=ROOT)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()


def numbers(path, count=1):
    """The process numbers noted there, once there are so many."""
    deadline = time.monotonic() + PATIENCE
    while True:
        lines = path.read_text().split() if path.exists() else []
        if len(lines) >= count:
            return [int(line) for line in lines]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def ends(number):
    """Whether this process is gone, or goes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_both_end_when_it_is_stopped(supervise, notes, number):
    process = supervise()
    programs = numbers(notes["server"]) + numbers(notes["worker"])
    process.send_signal(number)
    assert process.wait(PATIENCE) == 0
    assert all(ends(program) for program in programs)


def test_a_worker_that_dies_is_started_again(supervise, notes):
    supervise()
    (first,) = numbers(notes["worker"])
    os.kill(first, signal.SIGKILL)
    assert len(numbers(notes["worker"], 2)) == 2
    assert len(numbers(notes["server"])) == 1


def test_a_server_that_is_killed_is_started_again(supervise, notes):
    supervise()
    (first,) = numbers(notes["server"])
    os.kill(first, signal.SIGKILL)
    assert len(numbers(notes["server"], 2)) == 2
    assert len(numbers(notes["worker"])) == 1


def test_a_server_that_gives_up_after_it_has_run_is_started_again(supervise, notes):
    give_up = STAY.format(path=str(notes["server"])).replace(
        "time.sleep(600)", "raise SystemExit(1)"
    )
    process = supervise(time_to_start=0, server=give_up)
    assert len(set(numbers(notes["server"], 3))) == 3
    assert process.poll() is None


def test_what_a_killed_server_left_behind_is_killed(supervise, notes):
    stay = STAY.format(path=str(notes["server"]))
    supervise(server=f"import os; os.fork(); {stay}")
    first, second = numbers(notes["server"], 2)
    os.kill(min(first, second), signal.SIGKILL)
    assert ends(max(first, second))


def test_a_server_that_falls_twice_at_the_start_is_started_again(supervise, notes):
    path = str(notes["server"])
    fall = f"len(open({path!r}).read().split()) > 2 or exit(1)"
    stay = STAY.format(path=path).replace("time.sleep", f"{fall}; time.sleep")
    process = supervise(server=stay)
    assert len(numbers(notes["server"], 3)) == 3
    assert process.poll() is None


def test_a_server_that_cannot_start_takes_the_worker_with_it(supervise, notes):
    give_up = STAY.format(path=str(notes["server"])).replace(
        "time.sleep(600)", "raise SystemExit(3)"
    )
    process = supervise(server=give_up)
    assert process.wait(PATIENCE) == 3
    assert len(numbers(notes["server"])) == 3
    assert all(ends(worker) for worker in numbers(notes["worker"]))


def test_what_does_not_listen_is_killed(supervise, notes):
    process = supervise(worker=DEAF + STAY.format(path=str(notes["worker"])))
    (worker,) = numbers(notes["worker"])
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert ends(worker)


def test_what_a_deaf_server_left_behind_is_killed(supervise, notes):
    stay = STAY.format(path=str(notes["server"]))
    process = supervise(server=f"{DEAF} import os; os.fork(); {stay}")
    programs = numbers(notes["server"], 2)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert all(ends(program) for program in programs)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of it")
def test_both_end_when_it_is_killed(supervise, notes):
    process = supervise()
    programs = numbers(notes["server"]) + numbers(notes["worker"])
    process.kill()
    assert all(ends(program) for program in programs)
