/* SPDX-License-Identifier: Apache-2.0 */
/** What a report tells of the model, the data, the machine and the time that was taken. */
package org.docket.cli.report.facts;
