"""The store and the tables on disk: the only package that touches either."""
