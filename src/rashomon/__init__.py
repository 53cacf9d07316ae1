"""Rashomon shows who says what about an event, who copied whom, and where accounts differ."""
