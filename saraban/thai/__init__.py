"""The ground: Thai digits, Buddhist-era dates, text."""
