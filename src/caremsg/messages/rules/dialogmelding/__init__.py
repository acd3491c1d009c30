"""The rules of Dialogmelding and its profiles (HIS 80603)."""
