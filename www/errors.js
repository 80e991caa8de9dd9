/**
 * What the site itself may have to say no to. The core's and the worker's errors carry a `name` in the same way.
 */

/**
 * @typedef {'AddressOnly' | 'Empty' | 'NotAPage' | 'Unreadable' | 'TooLarge' | 'ClipboardDenied' | 'ClipboardMissing'
 *   | 'NoContent' | 'NoText' | 'LoadFailed' | 'Forgotten' | 'CutOff' | 'NoAccess' | 'NoFileAccess'
 *   | 'IsPdf' | 'NothingSelected' | 'TabGone' | 'LinkNotAllowed' | 'LinkFailed' | 'LinkIsNoPage'} FailureName
 */

export class Failure extends Error {
  /**
   * @param {FailureName} name
   * @param {Record<string, string>} [facts] what the words about it mention
   */
  constructor(name, facts = {}) {
    super(name);
    this.name = name;
    this.facts = facts;
  }
}
