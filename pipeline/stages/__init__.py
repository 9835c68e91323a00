"""The stages of the job, one package or module each; they do not know one another."""
