"""The command line. One file per command; `app` puts them together.

It needs the extra `cli`, which brings click and rich.
"""

try:
    from .app import main
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in ("click", "rich"):
        raise
    raise ImportError('the command line needs more: pip install "caremsg[cli]"') from error

__all__ = ["main"]
