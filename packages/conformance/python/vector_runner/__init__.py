"""A runner for the vectors, written from INTERPRETING.md alone. The numbers in comments are its sections."""
