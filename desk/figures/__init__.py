"""Figures of what patients sent: counts, rates and charts, never a patient's words.

`counts` asks the database, `rates` does the sums, the `…_charts` say what was found,
and `drawing` makes the shapes of a chart.
"""
