"""What a page says of itself to search engines and to sites where it is shared."""
