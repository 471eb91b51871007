/* Knows the oldest browser that can show the pages; says so plainly to older ones. Written for any browser. */
(function () {
  var able =
    typeof Promise === 'function' &&
    typeof structuredClone === 'function' &&
    typeof HTMLDialogElement === 'function' &&
    typeof Intl === 'object' &&
    Array.prototype.at &&
    'noModule' in document.createElement('script');
  if (able) return;
  var root = document.getElementById('root');
  if (!root) return;
  /* Without its mount the page proper does not start. */
  root.id = 'too-old';
  root.innerHTML =
    '<div class="plain"><h1>这个浏览器版本太旧，打不开协商厅</h1>' +
    '<p>请把浏览器或微信更新到最新版本后再打开；手机较旧的，可以换一部手机或电脑，用同一条链接打开。</p>' +
    '<p>一时无法更新也不要紧：请告诉会务人员，可以借一部设备，或由会务人员为您签到、登记发言。</p></div>';
})();
