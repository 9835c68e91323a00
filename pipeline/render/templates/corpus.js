(function () {
  "use strict";
  var form = document.getElementById("filter");
  var table = document.getElementById("pages-table");
  if (form && table) {
    var words = document.getElementById("filter-words");
    var fate = document.getElementById("filter-fate");
    var said = document.getElementById("filter-said");
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    form.hidden = false;
    var apply = function () {
      var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, index) {
        var fits = (!fate.value || row.dataset.fate === fate.value) &&
          wanted.every(function (word) { return texts[index].indexOf(word) >= 0; });
        row.hidden = !fits;
        if (fits) { shown += 1; }
      });
      said.textContent = shown + " of " + rows.length + " pages shown";
    };
    words.addEventListener("input", apply);
    fate.addEventListener("change", apply);
    apply();
  }
  var place = document.getElementById("timings");
  var timings = window.cleanCorpusTimings;
  if (place && Array.isArray(timings) && timings.length) {
    var list = document.createElement("ol");
    list.className = "plainlist";
    timings.slice(0, 12).forEach(function (timing) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      if (/^[0-9a-f]{16}$/.test(timing.id)) { link.href = "articles/" + timing.id + ".html"; }
      link.textContent = String(timing.title || timing.path);
      var spent = document.createElement("span");
      spent.className = "num";
      spent.textContent = " " + Number(timing.seconds).toFixed(2) + " s";
      item.append(link, spent);
      list.append(item);
    });
    place.replaceChildren(list);
  }
})();
