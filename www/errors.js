/**
 * Errors of the site itself. Like those of the core and the worker, they are told apart by `name`.
 */

/**
 * @typedef {'UrlOnly' | 'EmptyInput' | 'NotAWebPage' | 'FileUnreadable' | 'TooLarge' | 'ClipboardDenied'
 *   | 'ClipboardUnsupported' | 'NoContent' | 'NoText' | 'LoadFailed' | 'PageNotSaved' | 'TabMessagesBlocked'
 *   | 'PageAccessDenied' | 'FileAccessDenied' | 'PdfUnsupported' | 'NoSelection' | 'TabClosed'
 *   | 'LinkPermissionDenied' | 'LinkFailed' | 'LinkNotHtml'} AppErrorName
 */

export class AppError extends Error {
  /**
   * @param {AppErrorName} name
   * @param {Record<string, string>} [details] values for the slots of its message
   */
  constructor(name, details = {}) {
    super(name);
    this.name = name;
    this.details = details;
  }
}
