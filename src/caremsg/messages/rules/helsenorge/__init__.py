"""The rules of documents that go along with dialogs on Helsenorge."""
