"""The house has floors, and imports only go down the stairs (docs/understand/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import caremsg

PLAN = {
    1: "errors findings values",
    2: "declare codes",
    3: "messages codec security",
    4: "document envelope header",
    5: "check convert render",
    5.5: "exchange",  # it judges what it receives
    6: "ledger bulk testing samples",
    6.5: "caremsg",  # __init__.py, the front door: the hands come in through it
    7: "cli web demo __main__",
}
FLOOR = {room: floor for floor, rooms in PLAN.items() for room in rooms.split()}
SAME_FLOOR = {("findings", "errors"), ("header", "document"), ("__main__", "cli")}
ONLY_FOR_TYPES = {("errors", "findings"), ("codes", "messages")}
IN_FUNCTIONS: set[tuple[str, str]] = set()  # (module, what it imports): write the reason beside it


def breaches(source: str, module: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the imports of a module, given as its path below `caremsg`."""
    tree = ast.parse(source)
    defs = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    ifs = [n for n in ast.walk(tree) if isinstance(n, ast.If)]
    typing = {x for n in ifs if "TYPE_CHECKING" in ast.unparse(n.test) for x in ast.walk(n)}
    inside = {x for n in defs for x in ast.walk(n)}
    room = module[0] if module[0] != "__init__" else "caremsg"
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            names = [f"{'.' * node.level}{node.module or ''}"]
            if node.level >= len(module):
                yield f"{names[0]}: leaves the room; between rooms an import is absolute"
        elif isinstance(node, ast.ImportFrom) and node.module == "caremsg":
            names = [f"caremsg.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if node in inside and (".".join(module), name) not in IN_FUNCTIONS:
                yield f"{name}: inside a function"
            if name.split(".")[0] == "caremsg":
                yield from _stairs(room, (*name.split("."), "")[1], name, node in typing)


def _stairs(room: str, other: str, name: str, for_types: bool) -> Iterator[str]:
    other = other if other in FLOOR else "caremsg"
    allowed = SAME_FLOOR | ONLY_FOR_TYPES if for_types else SAME_FLOOR
    if room == other:
        yield f"{name}: inside a room an import is relative"
    elif FLOOR[other] >= FLOOR[room] and (room, other) not in allowed:
        yield f"{name}: not on a floor below {room}"


def test_imports_only_go_down() -> None:
    house = Path(caremsg.__file__).parent
    rooms = {p.stem for p in house.iterdir() if p.suffix == ".py" or any(p.rglob("*.py"))}
    assert rooms - {"__init__"} <= FLOOR.keys(), "give the new room a floor, here and in the docs"
    files = {path.relative_to(house): path.read_text("utf-8") for path in house.rglob("*.py")}
    files = {path: text for path, text in files.items() if "migrations" not in path.parts}
    found = [
        f"{path}: {breach}"
        for path, source in sorted(files.items())
        for breach in breaches(source, path.with_suffix("").parts)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "module, source, complaint",
    [
        ("values/time", "from caremsg.render import to_text", "not on a floor below"),
        ("values/time", "import caremsg.codec.reader", "not on a floor below"),
        ("codec/plan", "from caremsg.messages.epj import cave", "not on a floor below"),
        ("codec/plan", "from caremsg import decode", "not on a floor below"),
        ("codec/plan", "from caremsg import document", "not on a floor below"),
        ("errors", "from caremsg.findings import Report", "not on a floor below"),
        ("document", "from caremsg.envelope import wrap", "not on a floor below"),
        ("codec/plan", "from ..values import Year", "leaves the room"),
        ("messages/plo/parts/time", "from ....values import Year", "leaves the room"),
        ("document", "from .codec import read", "leaves the room"),
        ("codec/plan", "from caremsg.codec.reader import read", "relative"),
        ("codec/plan", "def f():\n    import json", "inside a function"),
        ("codec/plan", "class A:\n    async def f(self):\n        from . import b", "inside"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str, complaint: str) -> None:
    assert any(complaint in found for found in breaches(source, tuple(module.split("/"))))


@pytest.mark.parametrize(
    "module, source",
    [
        ("errors", "if TYPE_CHECKING:\n    from caremsg.findings import Report"),
        ("findings", "from caremsg.errors import CheckError"),
        ("header", "from caremsg.document import decode"),
        ("messages/plo/parts/time", "from ...common import Ident\nfrom caremsg.values import Year"),
        ("codec/__init__", "from .plan import Plan\nimport json"),
        ("cli/show", "from caremsg import decode"),
        ("__init__", "from caremsg.document import decode"),
    ],
)
def test_a_right_import_passes(module: str, source: str) -> None:
    assert list(breaches(source, tuple(module.split("/")))) == []
