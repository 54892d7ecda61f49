"""From a text, Markdown or HTML file to a draft page.

A file is read (`reading`, `decoding`), cut into blocks in their order (`plain_text`,
`markdown`, `html`), freed of what is not the article (`furniture`, `leaving_out`),
divided by its headings (`outline`, `kinds`) and stored (`sections`, `drafts`).
Nothing is thrown away in silence: what is not the article becomes a `LeftOut` block.
"""

from .drafts import Outcome, import_file
from .problems import ImportProblemError

__all__ = ["ImportProblemError", "Outcome", "import_file"]
