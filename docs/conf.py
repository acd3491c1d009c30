"""How the documentation is built."""

import subprocess
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent

project = "caremsg"
author = "The caremsg contributors"
copyright = "2026, the caremsg contributors"
release = version = installed_version("caremsg")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinxcontrib.mermaid"]
exclude_patterns = ["_build", "_ext"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

default_role = "py:obj"  # docstrings write `names` as in Markdown
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"caremsg {release}"
html_copy_source = False
html_show_sourcelink = False


def generate(app: Sphinx) -> None:
    """Write the reference pages that are made from the code, before the pages are listed."""
    script = HERE / "generate.py"
    if script.exists():
        subprocess.run([sys.executable, script], cwd=HERE.parent, check=True)


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("builder-inited", generate)
