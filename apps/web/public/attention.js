/* Knows what a press on a notice of the device does: the meeting's page comes to the front. Keeps and fetches nothing. */
self.addEventListener('notificationclick', function (event) {
  var path = event.notification.data;
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(function (pages) {
      var page = pages.find(function (one) {
        return new URL(one.url).pathname === path;
      });
      return page ? page.focus() : self.clients.openWindow(path);
    }),
  );
});
