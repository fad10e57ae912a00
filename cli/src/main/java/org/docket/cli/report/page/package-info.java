/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The page of a report: one HTML file that needs no network and no other file. It holds the figures
 * as JSON, the scripts that draw them, and the charts' library, Vega-Lite, from WebJars.
 *
 * <p>All that comes from a corpus or a model is data to the page, never markup or script: the JSON
 * is escaped ({@link org.docket.cli.report.page.ScriptData}), the scripts put texts into the page
 * as text, and the page's policy ({@link org.docket.cli.report.page.ContentPolicy}) lets nothing
 * run but the scripts that we put in, each by its hash.
 */
package org.docket.cli.report.page;
