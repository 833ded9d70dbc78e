// Lexigram. Pages work without this: it adds suggestions, keys and copying. Nothing leaves the machine.
(() => {
  'use strict';
  const words = document.body.dataset;
  const box = document.getElementById('q');

  // Says something to those who listen rather than look.
  const live = document.createElement('p');
  live.className = 'vh';
  live.setAttribute('role', 'status');
  document.body.append(live);

  // Suggestions: a combobox as the ARIA Authoring Practices describe it, with the focus staying in the box.
  const suggest = (input) => {
    const list = document.createElement('ul');
    list.id = 'q-list';
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.suggestions);
    input.after(list);
    for (const [name, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
    })) input.setAttribute(name, value);

    let active = -1;
    let typed = input.value;
    let timer = 0;
    let request = null;

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const mark = (index) => {
      const options = list.children;
      if (active >= 0 && options[active]) options[active].removeAttribute('aria-selected');
      active = index;
      if (index < 0) {
        input.value = typed;
        input.removeAttribute('aria-activedescendant');
        return;
      }
      options[index].setAttribute('aria-selected', 'true');
      options[index].scrollIntoView({ block: 'nearest' });
      input.value = options[index].textContent;
      input.setAttribute('aria-activedescendant', options[index].id);
    };

    const show = (texts) => {
      list.replaceChildren(...texts.map((text, index) => {
        const option = document.createElement('li');
        option.id = 'q-' + index;
        option.setAttribute('role', 'option');
        option.textContent = text;
        // Before the box loses the focus.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          input.value = text;
          close();
          input.form.requestSubmit();
        });
        return option;
      }));
      active = -1;
      list.hidden = texts.length === 0;
      input.setAttribute('aria-expanded', String(texts.length > 0));
      if (texts.length > 0) live.textContent = words.suggestionCount.replace('%', texts.length);
    };

    const ask = async () => {
      typed = input.value;
      if (request) request.abort();
      if (typed.trim() === '') return close();
      request = new AbortController();
      try {
        const answer = await fetch('/api/suggest?limit=8&q=' + encodeURIComponent(typed.trim()), { signal: request.signal });
        if (!answer.ok) return close();
        const { suggestions } = await answer.json();
        if (document.activeElement === input) show(suggestions.filter((text) => text !== typed));
      } catch {
        // Typed on, or the service is gone: the box still works.
      }
    };

    input.addEventListener('input', (event) => {
      // While an input method composes, the letters are not yet the word; pinyin initials come without one.
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener('compositionend', ask);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const count = list.children.length;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden || count === 0) {
          if (event.key === 'ArrowDown') ask();
          return;
        }
        event.preventDefault();
        // The typed text is a place of its own between last and first.
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark(((active + 1 + step + count + 1) % (count + 1)) - 1);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        input.value = typed;
        close();
      } else if (event.key === 'Enter') {
        close();
      }
    });
  };
  if (box) suggest(box);

  // Keys: / to the box, j and k through hits or provisions; Enter opens what has the focus.
  const stops = () => [...document.querySelectorAll('.provs h3 a, .hit h2 a, .prov header a[href^="#"]')];
  document.addEventListener('keydown', (event) => {
    const target = event.target;
    const types = target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]');
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || types) return;
    if (event.key === '/' && box) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === 'j' || event.key === 'k') {
      const all = stops();
      if (all.length === 0) return;
      const current = all.indexOf(document.activeElement);
      const next = event.key === 'j' ? current + 1 : current < 0 ? 0 : current - 1;
      const stop = all[Math.max(0, Math.min(next, all.length - 1))];
      stop.focus();
      stop.scrollIntoView({ block: 'center' });
    }
  });

  // Copying: a button beside each text that is made to be copied.
  if (navigator.clipboard) {
    for (const text of document.querySelectorAll('.cite dd')) {
      const value = text.textContent;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet copy-button';
      button.textContent = words.copy;
      button.addEventListener('click', async () => {
        const whole = value.startsWith('/d/') ? location.origin + encodeURI(value) : value;
        try {
          await navigator.clipboard.writeText(whole);
          button.textContent = words.copied;
          live.textContent = words.copied + words.separator + whole;
          setTimeout(() => { button.textContent = words.copy; }, 2000);
        } catch {
          getSelection().selectAllChildren(text);
        }
      });
      text.append(' ', button);
    }
  }
})();
