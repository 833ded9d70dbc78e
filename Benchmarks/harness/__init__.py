"""What run.py is made of; each module is one step of a benchmark."""
