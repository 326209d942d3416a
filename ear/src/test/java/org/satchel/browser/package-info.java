/** The console in a real headless Chromium, against a real server. */
package org.satchel.browser;
