/** The build puts these modules into the site, so beside the sources there are only their types. */
declare module '*/vendor/postal-mime/postal-mime.js' {
  export { default } from 'postal-mime';
}

declare module '*/vendor/fflate/browser.js' {
  export { strToU8, zipSync } from 'fflate';
}
