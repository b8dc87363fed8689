(() => {
  // Light or dark: as the system has it, unless somebody chose. It runs before the page is drawn, so that nothing flashes.
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
    if (event.target.closest('[data-reload]')) location.reload();
    if (event.target.closest('.skip')) {
      event.preventDefault();   // following a fragment moves what is seen, but not where keys go on
      document.getElementById('main').focus();
    }
    if (!event.target.closest('[data-switch=theme]')) return;
    const theme = next[root.dataset.theme ?? 'system'];
    apply(theme);
    try { localStorage.setItem(key, theme); } catch { /* it lasts until the page is left */ }
  });

  // A server that has begun anew knows nothing of this page.
  document.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') location.reload();
  }, true);

  // What is drawn as a button is pressed like one.
  document.addEventListener('keydown', event => {
    if ((event.key !== 'Enter' && event.key !== ' ') || !event.target.matches('svg [role=button]')) return;
    event.preventDefault();
    event.target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });

  // Questions that have to be answered before anything else.
  window.actorTcp = { ask: dialog => dialog.showModal(), close: dialog => dialog.close() };
})();
