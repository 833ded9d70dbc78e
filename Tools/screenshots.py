#!/usr/bin/env python3
"""Takes pictures of the main pages of a running service: phone and desk, light and dark.

    Tools/screenshots.py http://127.0.0.1:8686 FOLDER [--query 行政复议] [--document ID] [--number 鄂府發[2023]第062號]

Needs Debian's chromium and chromium-driver, and PyPI's selenium. The document is the first hit where none is named.
"""
import argparse
import base64
import json
import os
import shutil
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

options = argparse.ArgumentParser()
options.add_argument("base")
options.add_argument("folder")
options.add_argument("--query", default="行政复议 期限")
options.add_argument("--document")
options.add_argument("--number", default="鄂府發[2023]第062號")
options = options.parse_args()
base = options.base.rstrip("/")
query = urllib.parse.quote(options.query)


def first_hit():
    with urllib.request.urlopen(f"{base}/api/search?limit=1&q={query}") as answer:
        hits = json.load(answer)["hits"]
    return hits[0]["document"]["id"] if hits else ""


document = urllib.parse.quote(options.document or first_hit())
pages = {
    "home": "/", "search": f"/search?q={query}", "why": f"/search?q={query}&explain=1", "document": f"/d/{document}", "matches": f"/d/{document}?q={query}",
    "empty": f"/search?q={query}%20" + urllib.parse.quote("没有这样的词"), "number": "/n/" + urllib.parse.quote(options.number),
    "error": "/nothing-here", "english": f"/search?q={query}&lang=en",
}
os.makedirs(options.folder, exist_ok=True)
settings = webdriver.ChromeOptions()
for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--accept-lang=zh-CN", "--lang=zh-CN"]:
    settings.add_argument(argument)
settings.binary_location = shutil.which("chromium") or shutil.which("google-chrome")
driver = webdriver.Chrome(options=settings, service=Service(shutil.which("chromedriver")))
for width, height in [(390, 844), (1280, 900)]:
    for scheme in ["light", "dark"]:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        for name, target in pages.items():
            driver.get(base + target)
            path = os.path.join(options.folder, f"{name}-{width}-{scheme}.png")
            with open(path, "wb") as file:
                file.write(base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]))
            print(path)
driver.quit()
