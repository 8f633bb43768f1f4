"""The only home of lists: CSV tables that ship in the package, loaded once into frozen rows."""
