"""Assistance needs: what the ILO supervisory bodies say about technical assistance, as data."""
