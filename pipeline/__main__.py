"""`python -m pipeline` is the `clean-corpus` command."""

from pipeline.cli import main

raise SystemExit(main())
