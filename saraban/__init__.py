"""Follows a Thai official circular from the ministry down to the last office and back."""
