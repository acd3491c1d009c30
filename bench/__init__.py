"""How fast caremsg is, as ratios to the bare parse of the same bytes and to named peers."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "bench" / "_cache"
