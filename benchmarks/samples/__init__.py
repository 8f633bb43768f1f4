"""The samples of corpus/samples: invented texts with hand-written labels, laid out as files of every kind."""
