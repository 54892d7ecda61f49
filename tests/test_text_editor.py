"""The text editor of the admin."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    HtmlToContentStateHandler,
)


def test_two_threads_never_read_each_others_text(monkeypatch):
    """Each is held in the middle of its text until the other is there too."""
    widget = get_rich_text_editor_widget()
    both_are_reading = Barrier(2)
    handle_data = HtmlToContentStateHandler.handle_data

    def wait(self, content):
        both_are_reading.wait(timeout=10)
        handle_data(self, content)

    def read(text):
        blocks = json.loads(widget.format_value(f"<p>{text}</p>"))["blocks"]
        return [block["text"] for block in blocks]

    monkeypatch.setattr(HtmlToContentStateHandler, "handle_data", wait)
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(read, ["Mine", "Yours"])) == [["Mine"], ["Yours"]]
