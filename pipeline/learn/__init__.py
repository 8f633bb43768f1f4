"""Learn: labels to a model, and the model examined."""
