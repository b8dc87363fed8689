// What each line says under the pointer. The page is complete without it: all numbers are in its tables.
(() => {
  const prefixes = {
    Seconds: [[1e-9, ' ns'], [1e-6, ' µs'], [1e-3, ' ms'], [1, ' s']],
    Octets: [[1, ' B'], [2 ** 10, ' KiB'], [2 ** 20, ' MiB'], [2 ** 30, ' GiB'], [2 ** 40, ' TiB']],
    Share: [[0.01, ' %']],
    Factor: [[1, '×']],
    PerSecond: [[1, '/s']],
    Count: [[1, '']],
  };

  function words(value, unit) {
    const [size, symbol] = prefixes[unit].findLast(each => Math.abs(value) >= each[0]) ?? prefixes[unit][0];
    const number = value / size;
    return number.toLocaleString('en', Math.abs(number) < 1000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 }) + symbol;
  }

  // "from to start end scale unit": the values at the ends of an axis and their pixels.
  function axis(text) {
    const [from, to, start, end, scale, unit] = text.split(' ').map((part, k) => k < 4 ? Number(part) : part);
    return pixel => {
      const part = (pixel - start) / (end - start);
      return words(scale === 'Log' ? from * (to / from) ** part : from + (to - from) * part, unit);
    };
  }

  // The corners of a path; each M begins a run.
  function corners(path) {
    let x = 0, y = 0, run = 0;
    return [...path.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, command, first, second]) => {
      if (command === 'M') run++;
      if (command !== 'V') x = Number(first);
      if (command !== 'H') y = Number(second ?? first);
      return { x, y, run };
    });
  }

  function heightAt(line, x) {
    const next = line.findIndex(corner => corner.x >= x);
    if (next < 0) return undefined;
    const right = line[next], left = line[next - 1] ?? right;
    if (right.x === x || left.run !== right.run) return right.x - x < 0.5 ? right.y : undefined;
    return left.x > x ? undefined : left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x || 1);
  }

  for (const plot of document.querySelectorAll('svg[data-x]')) {
    const across = axis(plot.dataset.x), up = axis(plot.dataset.y);
    const [, , start, end] = plot.dataset.x.split(' ').map(Number), [, , foot, head] = plot.dataset.y.split(' ').map(Number);
    const lines = [...plot.querySelectorAll('.series:has(.line)')].map(group => ({ name: group.dataset.name, hue: group.classList[1], corners: corners(group.querySelector('.line').getAttribute('d')) }));
    const hair = plot.insertBefore(document.createElementNS(plot.namespaceURI, 'path'), plot.querySelector('.labels'));
    hair.setAttribute('class', 'hair');
    const readout = plot.parentElement.appendChild(document.createElement('div'));
    readout.className = 'readout';
    readout.hidden = true;

    plot.addEventListener('pointermove', event => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse());
      const seen = lines.map(line => ({ ...line, y: heightAt(line.corners, at.x) })).filter(line => line.y !== undefined).sort((one, other) => one.y - other.y);
      readout.hidden = at.x < start || at.x > end || seen.length === 0;
      hair.setAttribute('d', readout.hidden ? '' : `M${at.x} ${head}V${foot}`);
      if (readout.hidden) return;
      const title = document.createElement('b');
      title.textContent = across(at.x);
      readout.replaceChildren(title, ...seen.map(line => {
        const row = document.createElement('span');
        row.className = line.hue;
        row.textContent = lines.length > 1 ? `${line.name}  ${up(line.y)}` : up(line.y);
        return row;
      }));
      const box = plot.getBoundingClientRect(), isRight = event.clientX > box.left + box.width / 2;
      readout.style.left = `${event.clientX - box.left + (isRight ? -14 : 14)}px`;
      readout.style.translate = isRight ? '-100%' : '0';
      readout.style.top = `${event.clientY - plot.parentElement.getBoundingClientRect().top + 12}px`;
    });
    plot.addEventListener('pointerleave', () => { readout.hidden = true; hair.setAttribute('d', ''); });
  }
})();
