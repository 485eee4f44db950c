// The map: Natural Earth, as packed by web/basemap, and incidents as circles.
type Shape = { k: string; n?: string; r?: number; c: number[][] };
type Cell = { x: number; y: number; n: number; d: number; id?: string; t?: string };

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

function unpack(line: number[]): [number, number][] {
  const out: [number, number][] = [];
  let x = 0, y = 0;
  for (let i = 0; i < line.length; i += 2) { x += line[i]; y += line[i + 1]; out.push([x / 100, y / 100]); }
  return out;
}

function geo(shapes: Shape[]) {
  return { type: "FeatureCollection", features: shapes.map((s) => {
    const lines = s.c.map(unpack);
    const geometry = s.k === "land" || s.k === "lake" ? { type: "Polygon", coordinates: lines }
      : s.k === "country" || s.k === "town" ? { type: "Point", coordinates: lines[0][0] } : { type: "MultiLineString", coordinates: lines };
    return { type: "Feature", properties: { k: s.k, n: s.n ?? "", r: s.r ?? 0 }, geometry };
  }) };
}

function layers() {
  const is = (k: string) => ["==", ["get", "k"], k];
  const names = (size: unknown) => ({ "text-field": ["get", "n"], "text-size": size, "text-font": ["Source Sans"], "text-max-width": 7 });
  const ink = { "text-color": token("label"), "text-halo-color": token("land"), "text-halo-width": 1.2 };
  return [
    { id: "sea", type: "background", paint: { "background-color": token("sea") } },
    { id: "land", type: "fill", source: "world", filter: is("land"), paint: { "fill-color": token("land"), "fill-antialias": true, "fill-outline-color": token("coast") } },
    { id: "lake", type: "fill", source: "world", filter: is("lake"), paint: { "fill-color": token("sea") } },
    { id: "admin1", type: "line", source: "world", minzoom: 4, filter: is("admin1"), paint: { "line-color": token("border"), "line-width": .6, "line-dasharray": [1, 3] } },
    { id: "border", type: "line", source: "world", filter: is("border"), paint: { "line-color": token("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, .5, 6, 1.2] } },
    { id: "disputed", type: "line", source: "world", filter: is("disputed"), paint: { "line-color": token("disputed"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, .8, 6, 1.6], "line-dasharray": [3, 2] } },
    { id: "towns", type: "symbol", source: "world", minzoom: 4, filter: ["all", is("town"), ["<=", ["get", "r"], ["-", ["zoom"], 2]]], layout: names(11.5), paint: ink },
    { id: "countries", type: "symbol", source: "world", minzoom: .8, maxzoom: 7, filter: ["all", is("country"), ["<=", ["get", "r"], ["+", ["zoom"], 1.2]]], layout: { ...names(["interpolate", ["linear"], ["zoom"], 2, 10.5, 6, 14]), "text-letter-spacing": .06, "symbol-sort-key": ["get", "r"] }, paint: ink },
    { id: "cells", type: "circle", source: "cells", paint: { "circle-color": token("accent"), "circle-opacity": .78, "circle-stroke-color": token("paper"), "circle-stroke-width": 1.2,
      "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "n"]], 0, 5.5, 1, 11, 2, 16, 4, 26] } },
    { id: "counts", type: "symbol", source: "cells", filter: [">", ["get", "n"], 1], layout: { "text-field": ["to-string", ["get", "n"]], "text-size": 12, "text-font": ["Source Sans Bold"], "text-allow-overlap": true }, paint: { "text-color": token("on-accent") } },
  ];
}

export async function draw(holder: HTMLElement) {
  const css = document.createElement("link");
  css.rel = "stylesheet"; css.href = holder.dataset.sheet!;
  await new Promise((done) => { css.onload = css.onerror = done; document.head.append(css); });
  const [lib, world] = await Promise.all([import(holder.dataset.library!), fetch(holder.dataset.world!).then((r) => r.json()), document.fonts.load("400 12px 'Source Sans'")]);
  lib.setWorkerUrl(holder.dataset.worker!);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new lib.Map({
    container: holder.querySelector(".map"), attributionControl: false, minZoom: .3, maxZoom: 10, center: [20, 25], zoom: 1, dragRotate: false, pitchWithRotate: false,
    renderWorldCopies: true, fadeDuration: still ? 0 : 150, localIdeographFontFamily: "Source Sans, sans-serif",
    style: { version: 8, sources: { world: { type: "geojson", data: geo(world), attribution: "Natural Earth" }, cells: { type: "geojson", data: { type: "FeatureCollection", features: [] } } }, layers: layers() },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new lib.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new lib.AttributionControl({ compact: false, customAttribution: "Natural Earth" }));
  await new Promise<void>((done, fail) => { map.once("load", () => done()); map.once("error", (e: { error: Error }) => fail(e.error)); });
  holder.querySelector(".mapwait")?.remove();
  map.getCanvas().setAttribute("aria-label", "Map of the incidents listed below");

  let query = "", latest = 0, shown = 0;
  const view = () => { const b = map.getBounds(); return b.getEast() - b.getWest() >= 360 ? "" : [wrap(b.getWest()), b.getSouth(), wrap(b.getEast()), b.getNorth()].map((v) => v.toFixed(3)).join(","); };
  const load = async () => {
    const mine = ++latest;
    delete holder.dataset.drawn;
    const v = view();
    const r = await fetch(`/incidents/points?${query}&z=${map.getZoom().toFixed(2)}${v ? "&view=" + v : ""}`);
    const got = await r.json();
    if (mine !== latest) return got;
    shown = mine;
    map.getSource("cells").setData({ type: "FeatureCollection", features: (got.cells ?? []).map((c: Cell) => ({ type: "Feature", properties: { n: c.n, d: c.d, id: c.id ?? "" }, geometry: { type: "Point", coordinates: [c.x, c.y] } })) });
    holder.dataset.ready = String(got.total);
    return got;
  };
  map.on("moveend", load);
  map.on("idle", () => { if (shown && shown === latest) holder.dataset.drawn = "yes"; }); // all that was asked for stands on the page
  map.on("click", "cells", (e: { features: { properties: { id: string }; geometry: { coordinates: [number, number] } }[] }) => {
    const f = e.features[0];
    if (f.properties.id) location.href = "/incidents/" + f.properties.id;
    else map.easeTo({ center: f.geometry.coordinates, zoom: map.getZoom() + 2, duration: still ? 0 : 400 });
  });
  for (const [ev, cursor] of [["mouseenter", "pointer"], ["mouseleave", ""]]) map.on(ev, "cells", () => (map.getCanvas().style.cursor = cursor));
  const recolour = () => { for (const l of layers()) for (const [k, v] of Object.entries(l.paint)) map.setPaintProperty(l.id, k, v); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  let fitted = false;
  return {
    async show(q: string) {
      query = q;
      const got = await load();
      if (got.bounds && (!fitted || q)) map.fitBounds([[got.bounds[0], got.bounds[1]], [got.bounds[2], got.bounds[3]]], { padding: 48, maxZoom: 6, duration: fitted && !still ? 500 : 0 });
      fitted = true;
    },
    box: () => view() || "-180,-90,180,90",
  };
}

const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
