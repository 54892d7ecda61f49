"""What is pinned can be installed wherever the README says that the site runs."""

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
OLDEST_PYTHON = "3.11.0"
PINNED = sorted(
    {
        name
        for path in ROOT.glob("requirements*.txt")
        for name in re.findall(r"^([\w.-]+)==", path.read_text(), re.MULTILINE)
    }
)


def test_the_readme_names_the_oldest_python():
    assert "Python 3.11 or newer" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("name", PINNED)
def test_a_pinned_package_runs_on_the_oldest_python(name):
    assert OLDEST_PYTHON in SpecifierSet(metadata(name)["Requires-Python"] or "")
