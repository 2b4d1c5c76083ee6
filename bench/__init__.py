"""Measuring: how right the reading is (score), what a change does to it (diff), how fast it is (the others)."""
