declare module "virtual:type-library" {
  /** Address of the JSON file with every declaration that cells may need. */
  const url: string;
  export default url;
}
