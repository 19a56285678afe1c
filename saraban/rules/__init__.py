"""The regulation as pure functions and small values: no I/O, no clock, no framework."""
