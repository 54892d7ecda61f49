"""Every word that Python gives to an editor or a patient can be translated."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("articles", "assets", "editorial", "forms", "home")
# They speak on the command line only, or are content themselves.
NOT_READ_BY_EDITORS = ("importer/", "management/", "migrations/", "home/demo/")
SHOWN = {
    *("description", "group", "heading", "help_text", "label", "menu_label"),
    *("page_description", "page_title", "short_description"),
    *("verbose_name", "verbose_name_plural"),
}


def is_bare(node: ast.expr | None) -> bool:
    """Whether this is text with letters, not given to gettext."""
    if isinstance(node, ast.JoinedStr):
        return any(is_bare(part) for part in node.values)
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(re.search("[A-Za-z]{2}", node.value))
    )


def shown_values(node: ast.AST) -> list[ast.expr]:
    """What this piece of code shows to people."""
    if isinstance(node, ast.keyword):
        return [node.value] if node.arg in SHOWN else []
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        name = getattr(target, "id", getattr(target, "attr", ""))
        return [node.value] if name in SHOWN else []
    if isinstance(node, ast.ClassDef):
        bases = " ".join(ast.unparse(base) for base in node.bases)
        assigned = [each.value for each in node.body if isinstance(each, ast.Assign)]
        tuples = [value for value in assigned if isinstance(value, ast.Tuple)]
        return [value.elts[-1] for value in tuples] if "Choices" in bases else []
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func).rpartition(".")[2]
        is_field = called.endswith("Field") and "models." in ast.unparse(node.func)
        return node.args[:1] if called == "ValidationError" or is_field else []
    return []


def bare_words(source: str) -> list[str]:
    """The words that no translator is given, in the order of the code."""
    return [
        ast.unparse(value)
        for node in ast.walk(ast.parse(source))
        for value in shown_values(node)
        if is_bare(value)
    ]


def modules():
    """The path of each module with words that editors or patients read."""
    paths = [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
    ]
    return sorted(
        path for path in paths if not any(part in path for part in NOT_READ_BY_EDITORS)
    )


@pytest.mark.parametrize("path", modules())
def test_every_word_of_a_module_can_be_translated(path):
    assert not bare_words((ROOT / path).read_text())


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        ("TextField(help_text='Above.')", "TextField(help_text=_('Above.'))"),
        ("models.TextField('address')", "models.TextField(_('address'))"),
        ("label = 'Quote'", "label = _('Quote')"),
        ("ValidationError(f'Give {n} or less.')", "ValidationError(_('Less.') % n)"),
        (
            "class Kind(models.TextChoices):\n    OTHER = 'other', 'Other'",
            "class Kind(models.TextChoices):\n    OTHER = 'other', _('Other')",
        ),
    ],
)
def test_bare_words_are_found_where_they_hide(bare, marked):
    assert len(bare_words(bare)) == 1
    assert not bare_words(marked)
