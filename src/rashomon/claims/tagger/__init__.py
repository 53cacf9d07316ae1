"""The trained tagger: which words are source, cue and content, and what belongs together."""
