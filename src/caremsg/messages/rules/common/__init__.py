"""Rules about what every message is made of: datatypes, addresses, identifiers."""
