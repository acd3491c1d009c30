"""`python -m caremsg` is the command `caremsg`."""

from caremsg.cli import main

if __name__ == "__main__":
    main()
