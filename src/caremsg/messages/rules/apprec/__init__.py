"""The rules of the acknowledgement (Applikasjonskvittering, HIS 80415)."""
