"""`python -m caremsg.demo`."""

from . import main

main()
