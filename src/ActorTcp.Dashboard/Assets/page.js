// Light or dark: as the system has it, unless somebody chose. It runs before the page is drawn, so that nothing flashes.
(() => {
  const root = document.documentElement, key = 'actortcp-theme', next = { system: 'light', light: 'dark', dark: 'system' };

  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  function remembered() {
    try { return localStorage.getItem(key); } catch { return null; }
  }

  apply(remembered());
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-switch=theme]')) return;
    const theme = next[root.dataset.theme ?? 'system'];
    apply(theme);
    try { localStorage.setItem(key, theme); } catch { /* it lasts until the page is left */ }
  });
})();
