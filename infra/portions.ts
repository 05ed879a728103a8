/** A list in as few parts as it takes, each of which weighs no more than that; what alone weighs more is a part of its own. */
export function portions<T>(
  list: readonly T[],
  weigh: (each: T) => number,
  most: number,
): readonly (readonly T[])[] {
  const all: T[][] = [];
  let weight = most;
  for (const each of list) {
    weight += weigh(each);
    if (weight > most) {
      all.push([]);
      weight = weigh(each);
    }
    all[all.length - 1]?.push(each);
  }
  return all;
}
