"""Components of the patient record that messages carry (prefixes epj1, epj2, epj3 and others)."""
