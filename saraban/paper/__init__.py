"""Paper: text and numbers out of pages, pages and pictures out of facts."""
