#!/usr/bin/env python3
"""Uses a running service as people do, in headless Chromium (Debian: chromium, chromium-driver, fonts-noto-cjk).

    Tools/browser-test.py http://127.0.0.1:8686 [--smoke] [--axe axe.min.js]

Needs PyPI's selenium. The index should hold laws with articles; a number that is held is found by itself. With --axe the pages are held
against WCAG 2.2 AA at both widths and in both colour schemes. --smoke does the shortest way through.
"""
import argparse
import json
import shutil
import sys
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

options = argparse.ArgumentParser()
options.add_argument("base")
options.add_argument("--smoke", action="store_true")
options.add_argument("--axe")
options.add_argument("--query", default="行政复议")
options = options.parse_args()
base = options.base.rstrip("/")
failures = []


def check(condition, what):
    print(("ok    " if condition else "FAIL  ") + what)
    if not condition:
        failures.append(what)


def browser(width=1280, dark=False, script=True, language="zh-CN"):
    settings = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={width},1000", f"--accept-lang={language}", f"--lang={language}"]:
        settings.add_argument(argument)
    preferences = {"intl.accept_languages": language}
    if not script:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    settings.add_experimental_option("prefs", preferences)
    settings.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    settings.binary_location = shutil.which("chromium") or shutil.which("google-chrome")
    # Named, so that selenium does not look for one on the web.
    driver = webdriver.Chrome(options=settings, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    return driver


def wait(driver, condition, seconds=10):
    return WebDriverWait(driver, seconds).until(condition)


def one(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def many(driver, selector):
    return driver.find_elements(By.CSS_SELECTOR, selector)


def get(path):
    with urllib.request.urlopen(base + path) as answer:
        return json.load(answer)


def search_and_open(driver, scripted=True):
    """Search, narrow, page, open, jump, cite: with the mouse, script or none."""
    driver.get(base + "/")
    box = one(driver, "#q")
    box.send_keys(options.query)
    one(driver, ".find button").click()
    wait(driver, lambda d: many(d, ".hit"))
    check(urllib.parse.quote(options.query) in driver.current_url, "a search has an address of its own")
    check(many(driver, ".hit mark"), "what matched is marked")
    check(many(driver, ".hit .st"), "every hit says its status")
    results = driver.current_url
    total = one(driver, ".bar strong").text
    facet = one(driver, ".rail li button")
    # Always open on a wide screen, though the element is not: the driver would not click what the style sheet shows.
    driver.execute_script("arguments[0].focus()", facet)
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    wait(driver, lambda d: "filter=" in d.current_url)
    wait(driver, lambda d: many(d, ".rail [aria-current]"))
    check(one(driver, ".bar strong").text != total and many(driver, ".rail [aria-current]"), "a facet narrows")
    way_out = one(driver, ".rail [aria-current]")
    driver.execute_script("arguments[0].focus()", way_out)
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    wait(driver, lambda d: "filter=" not in d.current_url)
    check(one(driver, ".bar strong").text == total and not many(driver, ".rail [aria-current]"), "and leads out again")
    driver.get(results)
    first = one(driver, ".hit h2").text
    one(driver, ".pages [rel=next]").click()
    wait(driver, lambda d: "offset=" in d.current_url)
    check(many(driver, ".hit") and one(driver, ".pages [aria-current]").text == "2", "the second page")
    driver.get(results)
    check(one(driver, ".hit h2").text == first, "the first page is as it was")
    link = one(driver, ".provs h3 a")
    target = link.get_attribute("href")
    link.click()
    wait(driver, lambda d: "/d/" in d.current_url)
    anchor = target.rsplit("#", 1)[1]
    top = driver.execute_script("return document.getElementById(arguments[0]).getBoundingClientRect().top", anchor) if scripted else 0
    check(0 <= top < 900, "the article that was found is in sight")
    check("found" in one(driver, f"[id='{anchor}']").get_attribute("class") and many(driver, f"[id='{anchor}'] mark"), "and marked")


def number(driver):
    wanted = get("/api/search?filter=text_kind:full&filter=text_kind:digest&group=document&limit=100")
    held = next((h["document"]["number"] for h in wanted["hits"] if h["document"]["number"]), "鄂府发〔2023〕62号")
    typed = held.replace("〔", "[").replace("〕", "]")
    driver.get(base + "/n")
    one(driver, "main input[name=q]").send_keys(typed)
    one(driver, "main button").click()
    wait(driver, lambda d: "/d/" in d.current_url or "/n/" in d.current_url)
    check(held in driver.page_source, f"{typed} is found as {held}")


def cite(driver):
    driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": base})
    summary = one(driver, ".prov .cite summary")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
    summary.click()
    button = one(driver, ".prov .cite[open] .copy-button")
    button.click()
    wait(driver, lambda d: "已复制" in button.text)
    text = driver.execute_async_script("const done = arguments[0]; navigator.clipboard.readText().then(done, () => done(''))")
    check(text.startswith("《"), f"a citation is copied: {text}")


def keys(driver):
    """Nothing but the keyboard."""
    driver.get(base + "/search?q=" + urllib.parse.quote(options.query))
    body = one(driver, "body")
    body.send_keys("j")
    first = driver.switch_to.active_element.text
    driver.switch_to.active_element.send_keys("j")
    second = driver.switch_to.active_element.text
    driver.switch_to.active_element.send_keys("k")
    check(first and second and driver.switch_to.active_element.text == first, "j and k go through the hits")
    driver.switch_to.active_element.send_keys("/")
    check(driver.switch_to.active_element.get_attribute("id") == "q", "/ leads to the box")
    box = driver.switch_to.active_element
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("行政")
    wait(driver, lambda d: many(d, "#q-list li"))
    check(box.get_attribute("aria-expanded") == "true", "suggestions open while typing")
    box.send_keys(Keys.ARROW_DOWN)
    chosen = one(driver, "#q-list [aria-selected]").text
    check(box.get_attribute("value") == chosen and box.get_attribute("aria-activedescendant"), "an arrow chooses one")
    box.send_keys(Keys.ESCAPE)
    check(box.get_attribute("value") == "行政" and not one(driver, "#q-list").is_displayed(), "Escape gives back what was typed")
    box.send_keys(Keys.ARROW_DOWN)
    wait(driver, lambda d: one(d, "#q-list").is_displayed())
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    wait(driver, lambda d: urllib.parse.quote(chosen) in d.current_url)
    check(many(driver, ".hit") or many(driver, "h1"), "Enter searches for it")
    driver.get(base + "/search?q=" + urllib.parse.quote(options.query))
    one(driver, "body").send_keys(Keys.TAB)
    check(driver.switch_to.active_element.get_attribute("href").endswith("#main"), "the first Tab offers to skip to the text")
    one(driver, "body").send_keys("j")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    wait(driver, lambda d: "/d/" in d.current_url)
    check(True, "Enter opens the hit")


def stays_here(driver):
    """No request to elsewhere, nothing that the policy had to stop."""
    hosts = set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            address = message["params"]["request"]["url"]
            if address.startswith("http"):
                hosts.add(urllib.parse.urlsplit(address).netloc)
    check(hosts == {urllib.parse.urlsplit(base).netloc}, f"no request leaves: {sorted(hosts)}")
    severe = [e["message"] for e in driver.get_log("browser") if e["level"] == "SEVERE"]
    check(not severe, f"the console is quiet {severe[:2]}")


def pages():
    found = get("/api/search?limit=1&q=" + urllib.parse.quote(options.query))
    document = found["hits"][0]["document"]["id"] if found["hits"] else ""
    query = urllib.parse.quote(options.query)
    return {
        "home": "/", "search": f"/search?q={query}", "why": f"/search?q={query}&explain=1", "empty": f"/search?q={query}%20zzzqqq", "number": "/n/" + urllib.parse.quote("鄂府发〔2023〕63号"),
        "document": f"/d/{urllib.parse.quote(document)}?q={query}", "error": "/nothing", "english": f"/search?q={query}&lang=en",
    }


def accessible(path):
    source = open(path, encoding="utf-8").read()
    for width in [390, 1280]:
        for dark in [False, True]:
            driver = browser(width, dark)
            for name, target in pages().items():
                driver.get(base + target)
                if name == "document" and many(driver, ".prov .cite summary"):
                    driver.execute_script("document.querySelector('.prov .cite').open = true")
                driver.execute_script(source)
                found = driver.execute_async_script(
                    "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(done)")
                problems = [f"{v['id']} ×{len(v['nodes'])} {v['nodes'][0]['target']}" for v in found["violations"]]
                check(not problems, f"axe: {name} {width} {'dark' if dark else 'light'} {problems}")
                wide = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
                check(wide <= 0, f"nothing sticks out: {name} {width}")
            driver.quit()


driver = browser()
search_and_open(driver)
cite(driver)
if not options.smoke:
    number(driver)
    keys(driver)
stays_here(driver)
driver.quit()
if not options.smoke:
    driver = browser(script=False)
    search_and_open(driver, scripted=False)
    check(not many(driver, ".copy-button, #q-list"), "without script there is nothing that needs it")
    driver.quit()
    driver = browser(language="en")
    driver.get(base + "/")
    check(one(driver, "h1").text == "Search the law", "English where the browser asks for it")
    driver.quit()
if options.axe:
    accessible(options.axe)
print(f"{len(failures)} failed" if failures else "all well")
sys.exit(1 if failures else 0)
