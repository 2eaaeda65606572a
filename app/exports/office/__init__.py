"""Files that can be edited: PowerPoint and Excel."""
