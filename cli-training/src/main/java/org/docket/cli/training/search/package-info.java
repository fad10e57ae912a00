/* SPDX-License-Identifier: Apache-2.0 */
/** The search for a better preset: random trials, of which the hopeless are stopped early. */
package org.docket.cli.training.search;
