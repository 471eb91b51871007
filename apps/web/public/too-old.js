/* Knows the oldest browser that can show the pages; says so plainly to older ones, and gives those admitted what they do not
   have yet. Written for any browser. */
(function () {
  var able =
    typeof Promise === 'function' &&
    typeof structuredClone === 'function' &&
    typeof HTMLDialogElement === 'function' &&
    typeof Intl === 'object' &&
    Array.prototype.at &&
    'noModule' in document.createElement('script');
  if (able) return lend();
  var root = document.getElementById('root');
  if (!root) return;
  /* Without its mount the page proper does not start. */
  root.id = 'too-old';
  root.innerHTML =
    '<div class="plain"><h1>这个浏览器版本太旧，打不开协商厅</h1>' +
    '<p>请把浏览器或微信更新到最新版本后再打开；手机较旧的，可以换一部手机或电脑，用同一条链接打开。</p>' +
    '<p>一时无法更新也不要紧：请告诉会务人员，可以借一部设备，或由会务人员为您签到、登记发言。</p></div>';

  /* What the pages call and Chrome before 117, Safari before 17.4 and Firefox before 119 lack. */
  function lend() {
    add(Array.prototype, 'toSorted', function (order) {
      return this.slice().sort(order);
    });
    add(Array.prototype, 'toReversed', function () {
      return this.slice().reverse();
    });
    add(Map, 'groupBy', function (all, keyOf) {
      var groups = new Map();
      Array.from(all).forEach(function (one, at) {
        var key = keyOf(one, at);
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(one);
      });
      return groups;
    });
    add(String.prototype, 'isWellFormed', function () {
      return !new RegExp('\\p{Surrogate}', 'u').test(this);
    });
    add(String.prototype, 'toWellFormed', function () {
      return this.replace(new RegExp('\\p{Surrogate}', 'gu'), '\ufffd');
    });
  }
  function add(where, name, what) {
    if (!where[name]) Object.defineProperty(where, name, { value: what, writable: true, configurable: true });
  }
})();
