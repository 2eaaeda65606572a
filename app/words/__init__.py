"""Three languages: words, numbers, sentences, places in documents."""
