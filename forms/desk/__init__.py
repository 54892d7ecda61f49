"""The feedback desk: where staff read what patients sent."""
