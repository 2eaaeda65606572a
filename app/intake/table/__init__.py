"""An official table as it is published becomes rows of `statistics` that a person has confirmed."""
