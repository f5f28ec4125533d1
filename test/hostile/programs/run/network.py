# Fetches a page.
import urllib.request


def attack():
    urllib.request.urlopen("http://127.0.0.1:9")
