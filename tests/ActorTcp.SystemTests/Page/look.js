// What somebody who sees badly, or not at all, would miss on this page; a sentence for each.
() => {
  const complaints = [];
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const words = element => `<${element.tagName.toLowerCase()}> "${(element.textContent ?? '').trim().slice(0, 40)}"`;

  // Names: WAI-ARIA accessible name, as far as this page makes use of it.
  const name = element => element.getAttribute('aria-label')
    || (element.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim()
    || [...(element.labels ?? [])].map(label => label.textContent.trim()).join(' ')
    || element.textContent.trim() || element.getAttribute('alt') || element.title;
  for (const element of document.querySelectorAll('a, button, input, select, textarea, progress, svg[role], [role=button], [role=meter], [role=region], dialog')) {
    if (seen(element) && !name(element)) complaints.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const image of document.querySelectorAll('img:not([alt])')) complaints.push(`no text: ${image.outerHTML.slice(0, 80)}`);

  const headings = document.querySelectorAll('h1');
  if (headings.length !== 1) complaints.push(`${headings.length} headings of the first level`);
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  for (const id of new Set(ids.filter((each, i) => ids.indexOf(each) !== i))) complaints.push(`id ${id} is there twice`);

  // Contrast: WCAG 2.2, 1.4.3, of text on what lies behind it.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = element => {
    for (let each = element; each; each = each.parentElement) {
      const ground = rgba(getComputedStyle(each).backgroundColor);
      if (ground[3] > 250) return ground;
    }
    return rgba('white');
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !seen(element) || element.closest('.unseen, script, :disabled')) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color), ground = behind(element);
    if (ink[3] < 250) continue;
    const [more, less] = [light(ink), light(ground)].sort((one, other) => other - one);
    const ratio = (more + 0.05) / (less + 0.05), wanted = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    if (ratio < wanted) complaints.push(`contrast ${ratio.toFixed(2)}: ${words(element)}`);
  }

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > root.clientWidth + 1 && !each.closest('.table, nav, pre')).at(-1);
    complaints.push(`${root.scrollWidth - root.clientWidth} px too wide: ${wide ? wide.outerHTML.slice(0, 100) : '?'}`);
  }
  return [...new Set(complaints)];
}
