"""The docs tell the truth about commands, apps and files."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_in_the_docs_lead_to_files(path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text()):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_files_named_in_the_docs_exist(path):
    apps = "assets|articles|clinicsite|desk|docs|editorial|forms|home|submissions"
    for name in re.findall(
        rf"`((?:{apps}|templates|tests)/[\w./]*)`", path.read_text()
    ):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_verbs_named_in_the_docs_exist(path):
    text = path.read_text()
    verbs = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z-]+)\b(?=`|   #)", text)) <= verbs
    assert set(re.findall(r"manage\.py (\w+)", text)) <= set(get_commands())


def test_every_app_is_in_the_architecture():
    text = (ROOT / "docs/architecture.md").read_text()
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert len(apps) == 8
    assert all(f"| `{app}/` |" in text for app in apps)


def test_ci_and_pre_commit_run_the_same_commands_as_a_developer():
    assert "make test" in (ROOT / ".ci/run").read_text()
    assert ".ci/run" in (ROOT / ".github/workflows/ci.yml").read_text()
    assert "make lint" in (ROOT / ".pre-commit-config.yaml").read_text()
