"""Stories on the stage: slides as data, the show's page, the file that needs no server."""
