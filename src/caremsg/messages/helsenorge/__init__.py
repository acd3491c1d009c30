"""What goes with dialogues between citizen and provider on Helsenorge (HITS 1217)."""
