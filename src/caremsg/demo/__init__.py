"""`make demo`: a short tour, and a small exchange between a hospital and a municipality."""

from .building import admission_notice, admission_report
from .exchanging import small_exchange
from .tour import main

__all__ = ["admission_notice", "admission_report", "main", "small_exchange"]
