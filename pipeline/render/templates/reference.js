(function () {
  "use strict";
  var form = document.getElementById("filter");
  var words = document.getElementById("filter-words");
  var said = document.getElementById("filter-said");
  var parts = Array.prototype.slice.call(document.querySelectorAll("section.part"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.reference tbody tr"));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  form.hidden = false;
  var apply = function () {
    var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, index) {
      row.hidden = !wanted.every(function (word) { return texts[index].indexOf(word) >= 0; });
      if (!row.hidden) { shown += 1; }
    });
    parts.forEach(function (part) { part.hidden = !part.querySelector("tbody tr:not([hidden])"); });
    said.textContent = wanted.length ? shown + " of " + rows.length + " rows shown" : "";
  };
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  words.addEventListener("input", apply);
  apply();
})();
