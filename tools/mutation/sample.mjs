/** So many of them, evenly spread and the same each time; all of them where nothing is said. */
export function sampleOf(all, wanted = all.length) {
  const placeOf = (index) => Math.floor((index * wanted) / all.length);
  return all.filter((_, index) => placeOf(index) !== placeOf(index + 1));
}
