"""`python -m sopgen` is the same as the `sopgen` command."""

from sopgen.cli.main import main

main()
