"""The rules of the message head (Hodemelding, HIS 80601)."""
