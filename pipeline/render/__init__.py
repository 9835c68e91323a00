"""Records to text: Markdown, HTML and plain words. Nothing here reads or writes files."""
