"""What a web server and the flask command load."""

from config import load_settings
from saraban.app import create_app

app = create_app(load_settings())
