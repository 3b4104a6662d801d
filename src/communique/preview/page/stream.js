// What the server tells, as it happens (Server-Sent Events). Returns how to stop listening.

export function listen(query, hear) {
  const source = new EventSource(`/events?${query}`);
  let lost = false;
  for (const name of ["making", "table", "state", "settled"]) {
    source.addEventListener(name, (event) => hear[name](JSON.parse(event.data)));
  }
  source.addEventListener("error", () => { lost = true; hear.lost(); });
  source.addEventListener("open", () => { if (lost) hear.found(); lost = false; });
  const leave = () => source.close();
  addEventListener("pagehide", leave, { once: true });
  return () => { removeEventListener("pagehide", leave); source.close(); };
}
