"""The rules of messages between patient and provider."""
