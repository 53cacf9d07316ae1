"""The values that flow between the steps: frozen dataclasses, standard library only."""
