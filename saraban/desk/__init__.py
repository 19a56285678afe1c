"""What a person may do: the only floor that writes.

Every action: may -> open a write transaction -> decide by the rules -> write the rows, the
number last -> record it in the ledger. Keywords only, always `actor` and `at`.
"""
